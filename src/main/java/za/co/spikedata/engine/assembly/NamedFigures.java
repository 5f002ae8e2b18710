package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import za.co.spikedata.engine.reading.Ends;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** The figures a paper names, by the lines they stand on. */
final class NamedFigures {
    private final TreeMap<Integer, List<PrintedFigure>> byLine = new TreeMap<>();

    NamedFigures(List<PrintedFigure> figures) {
        figures.forEach(
                each -> byLine.computeIfAbsent(each.line(), _ -> new ArrayList<>()).add(each));
    }

    /** Those on the lines from one and up to another that is not among them. */
    List<PrintedFigure> on(int from, int to) {
        return byLine.subMap(from, Math.max(from, to)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The balances before and after rows among those. */
    Ends ends(int from, int to) {
        List<PrintedFigure> own = on(from, to);
        return new Ends(tokens(own, true), tokens(own, false));
    }

    private static List<MoneyToken> tokens(List<PrintedFigure> figures, boolean opening) {
        return figures.stream()
                .filter(figure -> figure.name() != Name.DATED_BALANCE)
                .filter(figure -> (figure.name() != Name.CLOSING) == opening)
                .map(PrintedFigure::token)
                .toList();
    }
}
