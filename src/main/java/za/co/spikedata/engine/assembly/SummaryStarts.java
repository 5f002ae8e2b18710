package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Where another account may begin that no number names: a summary of an opening and a closing
 * balance stands below rows of the account before.
 */
final class SummaryStarts {
    /** A paper of more summaries is none of a few accounts. */
    private static final int MOST = 50;

    private SummaryStarts() {}

    /**
     * Index of the first line of each account but the first; nothing unless each is told from all
     * others by what stands above its summary, for pages of one account may each print one.
     */
    static NavigableSet<Integer> of(List<TokenLine> lines, List<PrintedFigure> figures) {
        var starts = new TreeSet<Integer>();
        Optional<PrintedFigure> opening = Optional.empty();
        boolean below = false;
        int line = 0;
        for (PrintedFigure figure : figures) {
            while (line < figure.line()) {
                below |= lines.get(line++).isRow();
            }
            if (lines.get(figure.line()).isRow()) {
                opening = Optional.empty();
            } else if (figure.name() == Name.OPENING) {
                opening = below ? Optional.of(figure) : Optional.empty();
            } else if (figure.name() == Name.CLOSING && opening.isPresent()) {
                int from = opening.get().line();
                if (lines.subList(from, figure.line()).stream().noneMatch(TokenLine::isRow)) {
                    starts.add(first(lines, from));
                }
                opening = Optional.empty();
            }
        }
        return starts.size() <= MOST && areTold(lines, starts) ? starts : new TreeSet<>();
    }

    private static boolean areTold(List<TokenLine> lines, NavigableSet<Integer> starts) {
        var titles = new ArrayList<AccountTitle>();
        titles.add(AccountTitle.below(lines, 0));
        starts.forEach(start -> titles.add(AccountTitle.below(lines, start)));
        for (int i = 0; i < titles.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!titles.get(i).isApartFrom(titles.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Every account has a statement of several rows; one without had rows that were not understood,
     * and a lone row may be read to lead from any balance to another.
     */
    static boolean allLead(NavigableSet<Integer> starts, List<Found> statements) {
        long led =
                statements.stream()
                        .filter(each -> each.segment().transactions().size() > 1)
                        .map(each -> starts.floor(each.firstLine()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
        return led == starts.size();
    }

    /** The first line of the page, or behind the last row on it. */
    private static int first(List<TokenLine> lines, int summary) {
        int first = summary;
        while (first > 0
                && !lines.get(first - 1).isRow()
                && lines.get(first - 1).page() == lines.get(summary).page()) {
            first--;
        }
        return first;
    }
}
