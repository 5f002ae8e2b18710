package za.co.spikedata.api.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.api.wire.Found.About;
import za.co.spikedata.api.wire.Found.Block;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.api.wire.Outcome.Details;
import za.co.spikedata.engine.csv.CsvRead;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.StatementType;

/** Says in the contract's words what became of a bank's own download. */
public final class Downloads {
    /** A text file carries nothing that tells who wrote it. */
    private static final Authenticity NOBODYS =
            new Authenticity(Authenticity.Kind.UNKNOWN, Optional.empty(), 0, List.of());

    private Downloads() {}

    public static Outcome outcome(CsvRead read) {
        return switch (read) {
            case CsvRead.Unknown _ -> new Outcome.Failed(Code.CSV_UNKNOWN);
            case CsvRead.Several(var layouts) ->
                    new Outcome.Failed(Code.CSV_MULTIPLE_PARSERS, new Details.Layouts(layouts));
            case CsvRead.Table table when table.rows().isEmpty() ->
                    new Outcome.Failed(Code.CSV_INVALID_DATA);
            case CsvRead.Table table -> outcome(table);
        };
    }

    /** What breaks show is told with the rows; what they cannot show makes the rows doubtful. */
    private static Outcome outcome(CsvRead.Table table) {
        var rows = rows(table.rows());
        boolean newestFirst = isNewestFirst(rows);
        var breaks = Balances.breaks(rows, newestFirst);
        var inTime = newestFirst ? rows.reversed() : rows;
        var sum =
                rows.stream().flatMap(row -> row.amount().stream()).reduce(Money.ZERO, Money::plus);
        boolean hasBalance = rows.stream().anyMatch(row -> row.balance().isPresent());
        boolean isFramed = table.opening().isPresent() && table.closing().isPresent();
        boolean addsUp = table.opening().map(sum::plus).equals(table.closing());
        boolean valid = breaks.isEmpty() && (isFramed ? addsUp : hasBalance);
        var block =
                new Block(
                        table.layout().id(),
                        about(table, inTime),
                        rows,
                        valid && table.whole(),
                        breaks,
                        List.of());
        var found =
                new Found(
                        hasBalance ? StatementType.RUNNING_BALANCE : StatementType.NO_BALANCE,
                        NOBODYS,
                        List.of(),
                        List.of(block));
        boolean isDoubtful = !table.whole() || isFramed && !addsUp && breaks.isEmpty();
        return isDoubtful ? new Outcome.Contradicted(found) : new Outcome.Read(found);
    }

    private static List<Row> rows(List<CsvRead.Row> read) {
        var rows = new ArrayList<Row>();
        for (var row : read) {
            rows.add(
                    new Row(
                            rows.size() + 1,
                            row.date(),
                            Optional.empty(),
                            row.description(),
                            row.amount(),
                            row.balance(),
                            Optional.empty()));
        }
        return rows;
    }

    /** The days tell the order; where they do not, the balances. */
    private static boolean isNewestFirst(List<Row> rows) {
        int order = rows.getFirst().date().compareTo(rows.getLast().date());
        return order == 0
                ? Balances.breaks(rows, true).size() < Balances.breaks(rows, false).size()
                : order > 0;
    }

    private static About about(CsvRead.Table table, List<Row> inTime) {
        var days = inTime.stream().map(Row::date).toList();
        var last = inTime.reversed().stream().flatMap(row -> row.balance().stream()).findFirst();
        var first = inTime.getFirst();
        var before =
                first.balance().map(balance -> balance.minus(first.amount().orElse(Money.ZERO)));
        return new About(
                table.layout().bank(),
                account(table.account()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                days.stream().min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH),
                days.stream().max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH),
                table.holder().stream().toList(),
                table.opening().or(() -> before),
                table.closing().or(() -> last));
    }

    /** As everywhere: a masked number keeps its blanks. */
    private static String account(String printed) {
        return printed.contains("*") ? printed : printed.replaceAll("\\s", "");
    }
}
