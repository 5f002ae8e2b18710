package za.co.spikedata.engine.replica;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.table.TokenLine;

/** Words that the engine parted: drawn as one, but a cell begins within them. */
final class Parts {
    /** Places this close are one, in points. */
    private static final double SAME = 0.05;

    private final Map<Integer, List<Box>> cells;

    Parts(ReadResult read) {
        this.cells =
                switch (read) {
                    case ReadResult.Read found ->
                            found.statements().stream()
                                    .flatMap(Parts::cells)
                                    .map(Cell::place)
                                    .collect(
                                            Collectors.groupingBy(
                                                    Place::page,
                                                    Collectors.mapping(
                                                            Place::box, Collectors.toList())));
                    case ReadResult.Unreadable _ -> Map.of();
                };
    }

    private static Stream<Cell> cells(Statement statement) {
        return Stream.concat(
                        statement.transactions().stream().map(Transaction::cells),
                        statement.markers().stream().map(Marker::cells))
                .flatMap(List::stream);
    }

    /** At which character of a line's word a cell begins that begins with no word. */
    OptionalInt start(TokenLine line, int index) {
        Word word = line.words().get(index);
        int length = word.text().length();
        Box box = word.box();
        return cells.getOrDefault(line.page(), List.of()).stream()
                .filter(cell -> isSame(cell.top(), box.top()))
                .filter(cell ->
                        line.words().stream()
                                .noneMatch(each -> isSame(each.box().left(), cell.left())))
                .mapToInt(
                        cell -> (int) Math.round((cell.left() - box.left()) / box.width() * length))
                .filter(start -> start > 0 && start < length)
                .findFirst();
    }

    private static boolean isSame(double one, double two) {
        return Math.abs(one - two) < SAME;
    }
}
