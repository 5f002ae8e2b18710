package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Draws other days in place of a paper's, in the same order: how far apart a person's payments are
 * tells of the person. Where no day is named for long a new stretch begins; the first and the last
 * day of a stretch stay as far apart, and any days may be those between.
 */
final class Spread {
    /** Longer than any period's days without a row, in days; more lie between two statements. */
    private static final long LONGEST_GAP = 60;

    private Spread() {}

    /** For each day another, chosen among all that leave the stretches their lengths. */
    static Map<LocalDate, LocalDate> of(Collection<LocalDate> days, RandomGenerator random) {
        Map<LocalDate, LocalDate> spread = new HashMap<>();
        var stretch = new ArrayList<LocalDate>();
        for (LocalDate day : new TreeSet<>(days)) {
            if (!stretch.isEmpty()
                    && day.toEpochDay() - stretch.getLast().toEpochDay() > LONGEST_GAP) {
                stretch(stretch, random, spread);
                stretch.clear();
            }
            stretch.add(day);
        }
        stretch(stretch, random, spread);
        return spread;
    }

    private static void stretch(
            List<LocalDate> days, RandomGenerator random, Map<LocalDate, LocalDate> spread) {
        if (days.size() < 3) {
            days.forEach(day -> spread.put(day, day));
            return;
        }
        LocalDate first = days.getFirst();
        LocalDate last = days.getLast();
        List<Long> between =
                LongStream.range(first.toEpochDay() + 1, last.toEpochDay())
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(between, Random.from(random));
        List<Long> drawn = between.stream().limit(days.size() - 2).sorted().toList();
        spread.put(first, first);
        spread.put(last, last);
        for (int i = 0; i < drawn.size(); i++) {
            spread.put(days.get(i + 1), LocalDate.ofEpochDay(drawn.get(i)));
        }
    }
}
