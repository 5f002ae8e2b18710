package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws other figures that satisfy the same equations with as many digits each. From the paper's
 * own figures it walks through all that do, each step to a point drawn evenly from the line it lies
 * on, until nothing is left of where it began.
 */
final class Mixing {
    /** Times each figure is moved. */
    private static final int ROUNDS = 60;

    /** Work one paper is worth, in figures touched. */
    private static final long MOST_WORK = 60_000_000;

    private static final int MOST_REPAIRS = 40;

    /** Ways that are tried to give one figure the value it must have. */
    private static final int MOST_PINS = 400;

    private final Equations equations;
    private final RandomGenerator random;
    private final long[] values;
    private final BitSet pinned = new BitSet();
    private final int[] free;

    /** For each free figure, what follows from it and how many times. */
    private final Map<Integer, Map<Integer, Long>> columns = new HashMap<>();

    /** +1 or -1: figures that move together when a run of them is shifted. */
    private final int[] signs;

    /**
     * @param signs of the figures that run through the paper as its balance does; 0 for others
     */
    Mixing(Equations equations, int[] signs, RandomGenerator random) {
        this.equations = equations;
        this.random = random;
        this.signs = signs.clone();
        this.values = equations.variables().stream().mapToLong(Equations.Variable::value).toArray();
        this.free =
                IntStream.range(0, values.length)
                        .filter(each -> !equations.solved().containsKey(each))
                        .filter(each -> !equations.variables().get(each).isFixed())
                        .toArray();
        for (int each : free) {
            columns.put(each, new HashMap<>(Map.of(each, 1L)));
        }
        equations
                .solved()
                .forEach((variable, by) ->
                        by.forEach((other, times) -> {
                            Map<Integer, Long> column = columns.get(other);
                            if (column != null) {
                                column.merge(variable, times, Long::sum);
                            }
                        }));
    }

    /**
     * Figures that are not the paper's; a value the test refuses is kept only if it must be.
     * Nothing when some figure cannot be given the value it must have.
     *
     * @param wanted figures that must have a value
     */
    Optional<long[]> mixed(Map<Integer, Long> wanted, LongPredicate[] refused) {
        int[] running = IntStream.of(free).filter(each -> signs[each] != 0).toArray();
        long work = 0;
        for (int round = 0; round < ROUNDS && work < MOST_WORK; round++) {
            for (int each : free) {
                work += step(column(each));
                work += step(pair(each, free[random.nextInt(free.length)]));
            }
            for (int i = 0; i < running.length; i++) {
                int length = 1 + random.nextInt(running.length - i);
                work += step(run(running, i, random.nextBoolean() ? running.length - i : length));
            }
        }
        for (var each : wanted.entrySet()) {
            if (!pin(each.getKey(), each.getValue())) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < MOST_REPAIRS; i++) {
            if (!repair(refused)) {
                break;
            }
        }
        return Optional.of(values.clone());
    }

    /** Gives the figure a value that nothing changes afterwards; whether that can be. */
    private boolean pin(int variable, long value) {
        int[] movers =
                IntStream.of(free).filter(each -> column(each).containsKey(variable)).toArray();
        for (int i = 0; i < MOST_PINS && values[variable] != value && movers.length > 0; i++) {
            int mover = movers[i % movers.length];
            int other = i < movers.length ? mover : free[random.nextInt(free.length)];
            Map<Integer, Long> direction = pair(mover, other);
            long times = direction.getOrDefault(variable, 0L);
            long moved = (value - values[variable]) * times;
            if (Math.abs(times) == 1 && leaves(direction, moved)) {
                direction.forEach((each, by) -> values[each] += by * moved);
            }
        }
        pinned.set(variable);
        return values[variable] == value;
    }

    /** Whether every figure can be printed that far along the direction. */
    private boolean leaves(Map<Integer, Long> direction, long moved) {
        return direction.entrySet().stream()
                .allMatch(each -> {
                    Equations.Variable variable = equations.variables().get(each.getKey());
                    long by = each.getValue() * moved;
                    long there = values[each.getKey()] + by;
                    return by == 0
                            || !pinned.get(each.getKey())
                                    && there >= variable.low()
                                    && there <= variable.high()
                                    && by % variable.step() == 0;
                });
    }

    /** Whether something was refused, and moved. */
    private boolean repair(LongPredicate[] refused) {
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            if (refused[i].test(values[i])) {
                any = true;
                int variable = i;
                List<Integer> movers = new ArrayList<>();
                for (int each : free) {
                    if (column(each).containsKey(variable)) {
                        movers.add(each);
                    }
                }
                if (!movers.isEmpty()) {
                    int mover = movers.get(random.nextInt(movers.size()));
                    step(column(mover));
                    step(pair(mover, free[random.nextInt(free.length)]));
                }
            }
        }
        return any;
    }

    private Map<Integer, Long> column(int variable) {
        return columns.getOrDefault(variable, Map.of());
    }

    private Map<Integer, Long> pair(int one, int two) {
        Map<Integer, Long> direction = new TreeMap<>(column(one));
        if (one != two) {
            add(direction, two, random.nextBoolean() ? 1 : -1);
        }
        return direction;
    }

    private Map<Integer, Long> run(int[] running, int from, int length) {
        Map<Integer, Long> direction = new TreeMap<>();
        for (int i = from; i < from + length; i++) {
            add(direction, running[i], signs[running[i]]);
        }
        return direction;
    }

    private void add(Map<Integer, Long> direction, int variable, long times) {
        column(variable).forEach((other, each) -> direction.merge(other, each * times, Long::sum));
    }

    /** Moves along a direction to any point that every figure can print; tells the work. */
    private int step(Map<Integer, Long> direction) {
        long most = Long.MAX_VALUE;
        long least = Long.MIN_VALUE;
        long step = 1;
        for (var each : direction.entrySet()) {
            long times = each.getValue();
            if (times == 0) {
                continue;
            }
            if (pinned.get(each.getKey())) {
                return direction.size();
            }
            Equations.Variable variable = equations.variables().get(each.getKey());
            step = Math.max(step, variable.step());
            long up = variable.high() - values[each.getKey()];
            long down = variable.low() - values[each.getKey()];
            most = Math.min(most, Math.floorDiv(times > 0 ? up : down, times));
            least = Math.max(least, -Math.floorDiv(-(times > 0 ? down : up), times));
        }
        if (most == Long.MAX_VALUE) {
            return direction.size();
        }
        long first = -Math.floorDiv(-least, step);
        long last = Math.floorDiv(most, step);
        if (first < last) {
            long moved = random.nextLong(first, last + 1) * step;
            direction.forEach((variable, times) -> values[variable] += times * moved);
        }
        return direction.size();
    }
}
