package za.co.spikedata.statements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.statements.files.FileForm;
import za.co.spikedata.statements.view.AccountView;
import za.co.spikedata.statements.view.Choice;
import za.co.spikedata.statements.view.DownloadChoice;
import za.co.spikedata.statements.view.PagesView;
import za.co.spikedata.statements.view.ResultView;
import za.co.spikedata.statements.view.Said;
import za.co.spikedata.statements.view.TableView;
import za.co.spikedata.statements.view.Tone;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/** A reading as its page shows it: one account at a time, fifty rows at a time. */
final class ResultViews {
    private static final int ROWS_A_PAGE = 50;
    private static final int MOST_BREAKS = 10;
    private static final int MOST_REPAIRS = 3;
    private static final List<FileForm> COMMON =
            List.of(FileForm.XLSX, FileForm.DEBIT_1, FileForm.DEBIT_2);
    private static final List<String> SORTS = List.of("printed", "date", "amount", "description");

    private ResultViews() {}

    /** What of the table is asked for. */
    record Asked(int account, String q, String sort, int page) {}

    static ResultView of(ReadResult.Read read, Asked asked, Tenant tenant) {
        int index = Math.clamp(asked.account(), 0, read.statements().size() - 1);
        var statement = read.statements().get(index);
        var accounts = new ArrayList<ResultView.AccountChoice>();
        if (read.statements().size() > 1) {
            for (int i = 0; i < read.statements().size(); i++) {
                var each = read.statements().get(i);
                accounts.add(
                        new ResultView.AccountChoice(
                                i,
                                each.account().orElse(""),
                                period(each),
                                tone(each.proof().verdict()),
                                i == index));
            }
        }
        var account = account(index, statement);
        return new ResultView(
                account.sentence(),
                tone(read.verdict()),
                accounts,
                account,
                table(statement, asked),
                checks(statement),
                repairs(statement),
                alike(statement),
                Findings.of(read.authenticity(), statement, ROWS_A_PAGE),
                Arrays.stream(FileForm.values())
                        .filter(form -> form.isOffered(tenant) && form.isFor(read.statements()))
                        .map(form ->
                                new DownloadChoice(
                                        form.extension(),
                                        form.value(),
                                        "file." + form.value(),
                                        COMMON.contains(form)))
                        .toList());
    }

    private static AccountView account(int index, Statement statement) {
        return new AccountView(
                index,
                tone(statement.proof().verdict()),
                sentence(statement),
                "type." + statement.type(),
                statement.issuer().orElse(""),
                statement.account().orElse(""),
                statement.holder(),
                period(statement),
                statement.currency().orElse(""),
                statement.opening().map(figure -> Figures.money(figure.money())).orElse(""),
                statement.closing().map(figure -> Figures.money(figure.money())).orElse(""),
                statement.firstPage() == statement.lastPage()
                        ? Integer.toString(statement.firstPage())
                        : statement.firstPage() + "–" + statement.lastPage(),
                statement.transactions().size());
    }

    private static Said sentence(Statement statement) {
        int rows = statement.transactions().size();
        return switch (statement.proof().verdict()) {
            case PROVEN ->
                    statement.opening().isPresent() && statement.closing().isPresent()
                            ? Said.of(
                                    "verdict.PROVEN.figures",
                                    rows,
                                    Figures.money(statement.opening().get().money()),
                                    Figures.money(statement.closing().get().money()),
                                    period(statement))
                            : Said.of("verdict.PROVEN", rows);
            case UNPROVEN -> Said.of("verdict.UNPROVEN", rows);
            case CONTRADICTED ->
                    statement.proof().broken().stream()
                            .filter(broken -> broken.transaction() > 0)
                            .findFirst()
                            .map(broken ->
                                    Said.of(
                                            "verdict.CONTRADICTED.row",
                                            broken.transaction(),
                                            difference(broken),
                                            page(broken)))
                            .orElse(Said.of("verdict.CONTRADICTED", rows));
        };
    }

    private static String difference(Check.Broken broken) {
        return broken.expected()
                .flatMap(expected -> broken.printed().map(printed -> printed.minus(expected)))
                .map(Figures::money)
                .orElse("?");
    }

    private static int page(Check.Broken broken) {
        return broken.place().map(place -> place.page()).orElse(0);
    }

    private static List<ResultView.CheckView> checks(Statement statement) {
        var views = new ArrayList<ResultView.CheckView>();
        Map<Check.Rule, List<Check.Broken>> broken = new HashMap<>();
        for (var check : statement.proof().checks()) {
            switch (check) {
                case Check.Holds(var rule, var times) ->
                        views.add(
                                new ResultView.CheckView(
                                        Said.of("check." + rule + ".holds", times),
                                        "holds",
                                        List.of()));
                case Check.NotPrinted(var rule) ->
                        views.add(
                                new ResultView.CheckView(
                                        Said.of("check." + rule + ".notPrinted"),
                                        "notPrinted",
                                        List.of()));
                case Check.Broken each ->
                        broken.computeIfAbsent(each.rule(), _ -> new ArrayList<>()).add(each);
            }
        }
        broken.forEach((rule, places) ->
                views.addFirst(
                        new ResultView.CheckView(
                                Said.of("check." + rule + ".broken", places.size()),
                                "broken",
                                places.stream()
                                        .limit(MOST_BREAKS)
                                        .map(ResultViews::place)
                                        .toList())));
        return views;
    }

    private static ResultView.BreakView place(Check.Broken broken) {
        var said =
                broken.expected().isPresent() && broken.printed().isPresent()
                        ? Said.of(
                                "break.figures",
                                Figures.money(broken.expected().get()),
                                Figures.money(broken.printed().get()),
                                page(broken))
                        : Said.of("break.place", page(broken));
        return new ResultView.BreakView(
                said, broken.transaction(), tablePage(broken.transaction()));
    }

    private static int alike(Statement statement) {
        return statement.proof().repairs().stream().findFirst().flatMap(Repair::alike).orElse(0);
    }

    private static List<ResultView.BreakView> repairs(Statement statement) {
        return statement.proof().repairs().stream()
                .limit(MOST_REPAIRS)
                .map(repair -> {
                    String figure = repair.column() == Cell.Column.BALANCE ? "balance" : "amount";
                    Said said =
                            Said.of(
                                    "repair." + figure,
                                    Figures.money(repair.printed()),
                                    Figures.money(repair.needed()));
                    return new ResultView.BreakView(
                            said, repair.transaction(), tablePage(repair.transaction()));
                })
                .toList();
    }

    private static int tablePage(int transaction) {
        return transaction == 0 ? 0 : (transaction - 1) / ROWS_A_PAGE + 1;
    }

    private static TableView table(Statement statement, Asked asked) {
        var problems = new HashMap<Integer, Said>();
        statement.proof().broken().stream()
                .filter(broken -> broken.transaction() > 0)
                .forEach(broken ->
                        problems.putIfAbsent(broken.transaction(), place(broken).sentence()));
        var found =
                statement.transactions().stream()
                        .filter(transaction -> matches(transaction, asked.q()))
                        .sorted(order(asked.sort()))
                        .toList();
        var pages = PagesView.of(asked.page(), ROWS_A_PAGE, found.size());
        var moneyIn = Money.ZERO;
        var moneyOut = Money.ZERO;
        for (var transaction : found) {
            if (transaction.amount().isNegative()) {
                moneyOut = moneyOut.plus(transaction.amount());
            } else {
                moneyIn = moneyIn.plus(transaction.amount());
            }
        }
        return new TableView(
                found.stream()
                        .skip((pages.page() - 1L) * ROWS_A_PAGE)
                        .limit(ROWS_A_PAGE)
                        .map(transaction -> row(transaction, problems.get(transaction.id())))
                        .toList(),
                asked.q(),
                SORTS.stream()
                        .map(sort ->
                                new Choice(
                                        sort,
                                        "sort." + sort,
                                        asked.sort().replace("-", "").equals(sort)))
                        .toList(),
                asked.sort(),
                pages,
                statement.transactions().stream().anyMatch(each -> each.balance().isPresent()),
                statement.transactions().stream().anyMatch(each -> each.fee().isPresent()),
                statement.transactions().stream().anyMatch(each -> each.valueDate().isPresent()),
                statement.transactions().stream().anyMatch(each -> each.category().isPresent()),
                Figures.money(moneyIn),
                Figures.money(moneyOut));
    }

    private static TableView.TransactionRow row(
            Transaction transaction, @org.jspecify.annotations.Nullable Said problem) {
        var amount = transaction.amount();
        var size = Figures.money(amount.isNegative() ? amount.negated() : amount);
        return new TableView.TransactionRow(
                transaction.id(),
                Dates.day(transaction.date()),
                transaction.date().toString(),
                transaction.valueDate().map(Dates::day).orElse(""),
                transaction.description(),
                Figures.money(amount),
                amount.isNegative() ? "" : size,
                amount.isNegative() ? size : "",
                transaction.fee().map(Figures::money).orElse(""),
                transaction.balance().map(Figures::money).orElse(""),
                transaction.category().orElse(""),
                transaction.cells().stream()
                        .filter(cell -> cell.column() != Cell.Column.OTHER)
                        .mapToInt(cell -> cell.place().page())
                        .findFirst()
                        .orElse(0),
                amount.isNegative(),
                problem);
    }

    private static boolean matches(Transaction transaction, String q) {
        if (q.isBlank()) {
            return true;
        }
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var text = String.join(" ", transaction.description()).toLowerCase(Locale.ROOT);
        var amount = transaction.amount().decimal().abs().toPlainString();
        return text.contains(wanted)
                || amount.contains(Figures.typed(wanted))
                || transaction.date().toString().contains(wanted)
                || Dates.day(transaction.date()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Comparator<Transaction> order(String sort) {
        Comparator<Transaction> order =
                switch (sort.replace("-", "")) {
                    case "date" -> Comparator.comparing(Transaction::date);
                    case "amount" -> Comparator.comparing(Transaction::amount);
                    case "description" ->
                            Comparator.comparing(
                                    transaction -> String.join(" ", transaction.description()),
                                    String.CASE_INSENSITIVE_ORDER);
                    default -> Comparator.comparingInt(Transaction::id);
                };
        return sort.startsWith("-") ? order.reversed() : order;
    }

    private static String period(Statement statement) {
        return statement
                .period()
                .map(period -> Dates.day(period.from()) + " – " + Dates.day(period.to()))
                .orElse("");
    }

    static Tone tone(Verdict verdict) {
        return Tone.valueOf(verdict.name());
    }

    static Optional<String> sortOf(String sort) {
        return SORTS.contains(sort.replaceFirst("^-", "")) ? Optional.of(sort) : Optional.empty();
    }
}
