package za.co.spikedata.engine.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.co.spikedata.engine.csv.CsvLayout.Column;
import za.co.spikedata.engine.model.Money;

/** Reads the lines of a file whose layout is known. */
final class CsvTable {
    /** Fewer digits number no account. */
    private static final int SHORTEST_ACCOUNT = 5;

    /** The bank's own code behind an account's number. */
    private static final Pattern BANK_CODE = Pattern.compile(" - [A-Z]{6}[A-Z0-9]{2,5}$");

    private final CsvReader.Claim claim;
    private final CsvLayout.Labels labels;
    private final List<List<String>> lines;
    private final boolean monthFirst;
    private final boolean outIsNegative;
    private final boolean feeIsNegative;
    private final List<CsvRead.Row> rows = new ArrayList<>();
    private Optional<String> account = Optional.empty();
    private Optional<String> holder = Optional.empty();
    private Optional<Money> opening = Optional.empty();
    private Optional<Money> closing = Optional.empty();
    private boolean whole = true;

    CsvTable(CsvReader.Claim claim, CsvLayout.Labels labels, List<List<String>> lines) {
        this.claim = claim;
        this.labels = labels;
        this.lines = lines;
        var dates =
                table().flatMap(line -> cells(line, Column.DATE).stream())
                        .flatMap(cell -> CsvCells.date(cell).stream())
                        .toList();
        this.monthFirst = dates.stream().anyMatch(CsvCells::isMonthFirst);
        this.outIsNegative = isNegative(Column.OUT);
        this.feeIsNegative = isNegative(Column.FEE);
    }

    CsvRead.Table read() {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean inTable = i >= claim.from();
            boolean isLabel = label(line, inTable);
            if (inTable && !CsvReader.isHeading(claim.shape(), line)) {
                row(line, isLabel);
            }
        }
        return new CsvRead.Table(
                claim.layout(),
                BANK_CODE.matcher(account.orElse("")).replaceFirst(""),
                holder,
                opening,
                closing,
                rows,
                whole);
    }

    private Stream<List<String>> table() {
        return lines.stream().skip(claim.from());
    }

    /** Whether a column's figures carry the minus themselves: all that are not nothing do. */
    private boolean isNegative(Column column) {
        return table().flatMap(line -> cells(line, column).stream())
                .flatMap(cell -> CsvCells.money(cell).stream())
                .allMatch(money -> money.isNegative() || money.isZero());
    }

    /** Takes what a line says of the account; false where it says nothing that is known. */
    private boolean label(List<String> line, boolean inTable) {
        for (int i = 0; i < line.size(); i++) {
            var label = CsvCells.label(line.get(i));
            var rest = line.subList(i + 1, line.size());
            if (!inTable && labels.account().contains(label)) {
                account = account.or(() -> rest.stream().filter(CsvTable::isAccount).findFirst());
            } else if (!inTable && labels.holder().contains(label)) {
                holder = holder.or(() -> name(rest));
            } else if (labels.opening().contains(label)) {
                opening = opening.or(() -> balance(rest));
            } else if (labels.closing().contains(label)) {
                closing = balance(rest).or(() -> closing);
            } else if (!labels.ignored().contains(label)) {
                continue;
            }
            return true;
        }
        return false;
    }

    private static boolean isAccount(String cell) {
        return cell.chars().filter(Character::isDigit).count() >= SHORTEST_ACCOUNT;
    }

    private static Optional<String> name(List<String> cells) {
        var name = String.join(" ", cells).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** The first figure that is not nothing, or nothing. */
    private static Optional<Money> balance(List<String> cells) {
        var all = cells.stream().flatMap(cell -> CsvCells.money(cell).stream()).toList();
        return all.stream()
                .filter(money -> !money.isZero())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void row(List<String> line, boolean isLabel) {
        var date = first(line, Column.DATE).flatMap(CsvCells::date);
        boolean isOther =
                !claim.shape().lead().isEmpty()
                        && !CsvCells.label(line.getFirst()).equals(claim.shape().lead());
        if (isOther || isLabel && date.isEmpty()) {
            return;
        }
        var day = date.flatMap(each -> CsvCells.day(each, monthFirst));
        if (day.isPresent() && hasFigures(line) && fits(line)) {
            row(line, day.get());
        } else {
            whole = false;
        }
    }

    private boolean hasFigures(List<String> line) {
        return List.of(Column.AMOUNT, Column.IN, Column.OUT, Column.FEE, Column.BALANCE).stream()
                .flatMap(column -> cells(line, column).stream())
                .allMatch(cell -> CsvCells.money(cell).isPresent());
    }

    private boolean fits(List<String> line) {
        return CsvReader.trimmed(line).size() <= claim.shape().columns().size()
                || claim.shape().columns().getLast() == Column.TEXT;
    }

    private void row(List<String> line, LocalDate day) {
        account = account.or(() -> first(line, Column.ACCOUNT));
        var moved =
                Stream.of(
                                sum(line, Column.AMOUNT, false),
                                sum(line, Column.IN, false),
                                sum(line, Column.OUT, !outIsNegative),
                                sum(line, Column.FEE, !feeIsNegative))
                        .flatMap(Optional::stream)
                        .reduce(Money::plus);
        var balance = sum(line, Column.BALANCE, false);
        if (moved.isPresent() || balance.isPresent()) {
            rows.add(new CsvRead.Row(day, description(line), moved, balance));
        }
    }

    private Optional<Money> sum(List<String> line, Column column, boolean turned) {
        return cells(line, column).stream()
                .flatMap(cell -> CsvCells.money(cell).stream())
                .map(money -> turned ? money.negated() : money)
                .reduce(Money::plus);
    }

    /** Cells as they stand; where the last column is text, its unquoted commas are its own. */
    private List<String> description(List<String> line) {
        int last = claim.shape().columns().size() - 1;
        var texts = new ArrayList<String>();
        for (var text : cells(line, Column.TEXT)) {
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        var rest = CsvReader.trimmed(line);
        if (rest.size() > last + 1 && !texts.isEmpty()) {
            texts.set(texts.size() - 1, String.join(", ", rest.subList(last, rest.size())));
        }
        return texts;
    }

    private Optional<String> first(List<String> line, Column column) {
        return cells(line, column).stream().findFirst();
    }

    /** The cells of a line that stand in columns of a kind and hold anything. */
    private List<String> cells(List<String> line, Column column) {
        var cells = new ArrayList<String>();
        var columns = claim.shape().columns();
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            if (columns.get(i) == column && !line.get(i).isEmpty()) {
                cells.add(line.get(i));
            }
        }
        return cells;
    }
}
