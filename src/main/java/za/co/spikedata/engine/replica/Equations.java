package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures and the sums they stand in, solved for some of the figures by the others. Every sum is
 * written so that it is zero; a sum the paper gets wrong holds the difference as one more figure.
 */
final class Equations {
    /**
     * A figure: magnitude in cents, never negative, and the bounds of what as many digits can say.
     *
     * @param step only multiples of it can be printed, in cents
     */
    record Variable(long value, long low, long high, long step) {
        boolean isFixed() {
            return low == high;
        }
    }

    private final List<Variable> variables = new ArrayList<>();
    private final Map<Integer, Map<Integer, Long>> solved = new HashMap<>();

    int add(Variable variable) {
        variables.add(variable);
        return variables.size() - 1;
    }

    List<Variable> variables() {
        return variables;
    }

    /** Figures that follow from others, each as how many times which others it is. */
    Map<Integer, Map<Integer, Long>> solved() {
        return solved;
    }

    /**
     * Adds a sum that is zero: how many times which figure. The first of the preferred figures that
     * can be is solved for. Answers whether the sum can be kept.
     */
    boolean sum(Map<Integer, Long> terms, List<Integer> preferred) {
        Map<Integer, Long> open = substituted(terms);
        if (open.isEmpty()) {
            return true;
        }
        for (int each : preferred) {
            if (solve(each, open)) {
                return true;
            }
        }
        for (int each : open.keySet()) {
            if (solve(each, open)) {
                return true;
            }
        }
        return false;
    }

    private Map<Integer, Long> substituted(Map<Integer, Long> terms) {
        Map<Integer, Long> open = new TreeMap<>();
        terms.forEach((variable, times) -> {
            Map<Integer, Long> by = solved.get(variable);
            if (by == null) {
                merge(open, variable, times);
            } else {
                by.forEach((other, each) -> merge(open, other, each * times));
            }
        });
        return open;
    }

    private boolean solve(int variable, Map<Integer, Long> open) {
        long times = open.getOrDefault(variable, 0L);
        if (Math.abs(times) != 1 || variables.get(variable).isFixed()) {
            return false;
        }
        Map<Integer, Long> by = new TreeMap<>();
        open.forEach((other, each) -> {
            if (other != variable) {
                by.put(other, -each * times);
            }
        });
        for (Map<Integer, Long> earlier : solved.values()) {
            Long uses = earlier.remove(variable);
            if (uses != null) {
                by.forEach((other, each) -> merge(earlier, other, each * uses));
            }
        }
        solved.put(variable, by);
        return true;
    }

    private static void merge(Map<Integer, Long> into, int variable, long times) {
        if (into.merge(variable, times, Long::sum) == 0) {
            into.remove(variable);
        }
    }
}
