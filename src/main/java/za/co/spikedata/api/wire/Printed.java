package za.co.spikedata.api.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Transaction;

/** The rows of the table in printed order, balances brought forward among them. */
final class Printed {
    private Printed() {}

    static List<Row> rows(Statement statement) {
        var rows = new ArrayList<Row>();
        var brought = broughtForward(statement);
        boolean owed = statement.liability();
        int next = 0;
        for (var transaction : statement.transactions()) {
            while (next < brought.size()
                    && brought.get(next).afterTransaction() < transaction.id()) {
                rows.add(row(brought.get(next), rows, transaction.date(), owed));
                next++;
            }
            rows.add(row(transaction, rows.size() + 1, owed));
        }
        for (; next < brought.size(); next++) {
            rows.add(row(brought.get(next), rows, LocalDate.EPOCH, owed));
        }
        return rows;
    }

    /** What is owed is negative, and what is spent. */
    static Money signed(Money money, boolean owed) {
        return owed ? money.negated() : money;
    }

    private static List<Marker> broughtForward(Statement statement) {
        return statement.type() == StatementType.RUNNING_BALANCE
                ? statement.markers().stream().filter(Printed::isRow).toList()
                : List.of();
    }

    private static boolean isRow(Marker marker) {
        return (marker.kind() == Marker.Kind.OPENING
                        || marker.kind() == Marker.Kind.BROUGHT_FORWARD)
                && marker.balance().isPresent();
    }

    private static Row row(Transaction transaction, int id, boolean owed) {
        return new Row(
                id,
                transaction.date(),
                transaction.valueDate(),
                transaction.description(),
                Optional.of(signed(transaction.amount(), owed)),
                transaction.balance().map(each -> signed(each, owed)),
                transaction.category());
    }

    /** One without a day of its own is of the row above, and above the first of that below. */
    private static Row row(Marker marker, List<Row> above, LocalDate below, boolean owed) {
        return new Row(
                above.size() + 1,
                marker.date().orElse(above.isEmpty() ? below : above.getLast().date()),
                Optional.empty(),
                marker.description(),
                Optional.empty(),
                marker.balance().map(each -> signed(each, owed)),
                Optional.empty());
    }
}
