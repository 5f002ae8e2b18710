package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.replica.Printed.Figure;

/**
 * A printed balance, or a row, in order of time.
 *
 * @param line that it is printed on; the first where that cannot be told
 * @param aside what it prints need not be a balance of the chain
 */
record Event(
        int line,
        Optional<Transaction> row,
        Optional<Money> balance,
        boolean aside,
        List<Cell> cells) {
    /** All of a statement, oldest first. */
    static List<Event> of(Statement statement, Printed paper) {
        var events = new ArrayList<Event>();
        int next = 0;
        List<Marker> markers = statement.markers();
        for (int i = 0; i <= statement.transactions().size(); i++) {
            while (next < markers.size() && markers.get(next).afterTransaction() <= i) {
                Marker marker = markers.get(next++);
                events.add(
                        new Event(
                                line(marker.cells(), paper),
                                Optional.empty(),
                                marker.kind() == Marker.Kind.TOTAL
                                        ? Optional.empty()
                                        : marker.balance(),
                                marker.kind() == Marker.Kind.MEMO,
                                marker.cells()));
            }
            if (i < statement.transactions().size()) {
                Transaction row = statement.transactions().get(i);
                events.add(
                        new Event(
                                line(row.cells(), paper),
                                Optional.of(row),
                                row.balance(),
                                false,
                                row.cells()));
            }
        }
        return statement.newestFirst() ? events.reversed() : events;
    }

    private static int line(List<Cell> cells, Printed paper) {
        return cells.stream()
                .map(cell -> paper.figure(cell.place()))
                .flatMap(Optional::stream)
                .map(Figure::line)
                .findFirst()
                .orElse(0);
    }
}
