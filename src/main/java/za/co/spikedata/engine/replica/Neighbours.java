package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.engine.replica.Printed.Figure;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Sums of neighbouring lines, whichever columns the engine took their figures for: one figure is
 * another of the lines above and a third beside it. Where a table is misread, these are what is
 * left of its arithmetic.
 */
final class Neighbours {
    /** Lines of figures above that the first figure may stand on. */
    private static final int REACH = 3;

    /** Sums of less, in cents, are met by chance. */
    private static final long TELLING = 10_000;

    /** Lines with more figures are no rows. */
    private static final int MOST = 8;

    private final Figures figures;

    private Neighbours(Figures figures) {
        this.figures = figures;
    }

    static void of(Figures figures) {
        var neighbours = new Neighbours(figures);
        var above = new ArrayList<List<Figure>>();
        for (int i = 0; i < figures.paper().lines().size(); i++) {
            List<Figure> line = telling(i, figures.paper().lines().get(i));
            if (line.isEmpty() || line.size() > MOST) {
                continue;
            }
            for (List<Figure> each : above) {
                neighbours.compare(each, line);
            }
            above.add(line);
            if (above.size() > REACH) {
                above.removeFirst();
            }
        }
    }

    private static List<Figure> telling(int index, TokenLine line) {
        return line.money().stream()
                .filter(MoneyToken::strong)
                .filter(token -> !token.magnitude().isZero())
                .map(token -> new Figure(index, token))
                .toList();
    }

    private void compare(List<Figure> above, List<Figure> line) {
        for (Figure before : above) {
            for (Figure after : line) {
                for (Figure moved : line) {
                    if (moved != after) {
                        compare(before, moved, after);
                        compare(after, moved, before);
                    }
                }
            }
        }
    }

    /** The third is the first and the second, as it stands or with the first owed. */
    private void compare(Figure first, Figure second, Figure third) {
        long one = first.token().magnitude().cents();
        long two = second.token().magnitude().cents();
        long three = third.token().magnitude().cents();
        if (Math.max(two, three) < TELLING) {
            return;
        }
        if (one + two == three) {
            sum(first, 1, second, 1, third);
        } else if (two - one == three) {
            sum(first, -1, second, 1, third);
        }
    }

    private void sum(Figure first, long one, Figure second, long two, Figure third) {
        Optional<Integer> a = figures.moving(first);
        Optional<Integer> b = figures.moving(second);
        Optional<Integer> c = figures.moving(third);
        if (a.isEmpty() || b.isEmpty() || c.isEmpty()) {
            return;
        }
        Map<Integer, Long> terms = new TreeMap<>();
        terms.merge(a.get(), one, Long::sum);
        terms.merge(b.get(), two, Long::sum);
        terms.merge(c.get(), -1L, Long::sum);
        terms.values().removeIf(times -> times == 0);
        List<Integer> preferred = figures.printed(b.get()) == 1 ? List.of(b.get()) : List.of();
        figures.equations().sum(terms, preferred);
    }
}
