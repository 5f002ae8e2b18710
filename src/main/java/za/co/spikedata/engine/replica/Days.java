package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.table.DateWriter.Day;

/**
 * Moves all dates of a paper, so that their order stays, each keeps its style and its letters'
 * places, and none is of the paper. The first day that results may be any of thirty years,
 * whichever the paper's was, and days are as far apart as {@link Spread} draws them. A paper whose
 * years are printed apart from its days may allow no such days: there all move by one number of
 * days. A paper without years that names most days of the year has no such number: there a day that
 * the paper names becomes the nearest that it does not.
 */
final class Days {
    private static final LocalDate EARLIEST = LocalDate.of(2003, Month.JANUARY, 1);
    private static final LocalDate LATEST = LocalDate.of(2034, Month.DECEMBER, 31);

    /** Moves of which the one that keeps most distances is taken, where none keeps all. */
    private static final int COMPARED = 16;

    /** No day goes further from where the others go, in days. */
    private static final int FARTHEST = 60;

    private final List<Dated> dates;

    /** Each text of a day once. */
    private final Collection<Dated> distinct;

    private final SortedMap<LocalDate, List<Dated>> named;
    private final MovedText texts;
    private final boolean yearsStandAlone;
    private final RandomGenerator random;

    /**
     * @param yearsStandAlone years are printed apart from days, so all days must move by as many
     *     years
     */
    Days(List<Dated> dates, boolean yearsStandAlone, RandomGenerator random) {
        this.dates = List.copyOf(dates);
        this.distinct = distinct(dates);
        this.named = named(distinct);
        this.texts = new MovedText(dates);
        this.yearsStandAlone =
                yearsStandAlone || dates.stream().anyMatch(each -> each.day().year() < 0);
        this.random = random;
    }

    /** Where all dates may go; nothing when no move fits. */
    Optional<Move> move() {
        List<Long> targets =
                LongStream.rangeClosed(EARLIEST.toEpochDay(), LATEST.toEpochDay())
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(targets, Random.from(random));
        long first = texts.first().toEpochDay();
        targets.remove(first);
        List<Long> moves = targets.stream().map(target -> target - first).toList();
        for (boolean padded : List.of(false, true)) {
            Optional<Move> spread =
                    moves.stream()
                            .limit(COMPARED)
                            .map(days -> spread(days, padded))
                            .flatMap(Optional::stream)
                            .findFirst();
            if (spread.isPresent()) {
                return spread;
            }
        }
        for (boolean padded : List.of(false, true)) {
            for (long days : moves) {
                var move = new Move(days, Map.of());
                if (fits(move, padded)) {
                    return Optional.of(move);
                }
            }
        }
        return moves.stream()
                .limit(COMPARED)
                .map(this::nearest)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(move -> move.others().size()));
    }

    /**
     * Whether no date says what some date of the paper said.
     *
     * @param padded days of one digit may become two, the first a zero; if not, every date keeps
     *     its style
     */
    private boolean fits(Move move, boolean padded) {
        int years = texts.years(move);
        for (Dated each : distinct) {
            Optional<LocalDate> exact = each.exact();
            if (yearsStandAlone
                    && exact.isPresent()
                    && MovedText.years(exact.get(), move) != years) {
                return false;
            }
            if (!texts.isNew(texts.text(each, move, padded))) {
                return false;
            }
        }
        return true;
    }

    private static Collection<Dated> distinct(List<Dated> dates) {
        Map<String, Dated> distinct = new LinkedHashMap<>();
        dates.forEach(each -> distinct.putIfAbsent(each.date().token().text() + each.day(), each));
        return distinct.values();
    }

    private static SortedMap<LocalDate, List<Dated>> named(Collection<Dated> distinct) {
        var named = new TreeMap<LocalDate, List<Dated>>();
        for (Dated each : distinct) {
            each.exact()
                    .ifPresent(day -> named.computeIfAbsent(day, _ -> new ArrayList<>()).add(each));
        }
        return named;
    }

    /** Each day goes as near as may be to a place drawn for it, behind the day before. */
    private Optional<Move> spread(long days, boolean padded) {
        Map<LocalDate, LocalDate> drawn = Spread.of(named.keySet(), random);
        return near(days, drawn, LocalDate::isAfter, padded);
    }

    /** Each day goes as near as may be to where the move puts it. */
    private Optional<Move> nearest(long days) {
        return near(days, Map.of(), (_, _) -> true, true);
    }

    /**
     * Each day goes to the nearest free one, and none before the day that went before it.
     *
     * @param drawn days to move in place of the paper's
     * @param follows whether a day may follow another, the last that was chosen
     */
    private Optional<Move> near(
            long days,
            Map<LocalDate, LocalDate> drawn,
            BiPredicate<LocalDate, LocalDate> follows,
            boolean padded) {
        Map<LocalDate, LocalDate> others = new HashMap<>();
        LocalDate last = LocalDate.MIN;
        for (var each : named.entrySet()) {
            LocalDate before = last;
            LocalDate wished = drawn.getOrDefault(each.getKey(), each.getKey()).plusDays(days);
            Optional<LocalDate> free =
                    free(wished, day -> follows.test(day, before), each.getValue(), padded);
            if (free.isEmpty() || free.get().isBefore(before)) {
                return Optional.empty();
            }
            last = free.get();
            if (!last.equals(each.getKey().plusDays(days))) {
                others.put(each.getKey(), last);
            }
        }
        return Optional.of(new Move(days, others)).filter(move -> fits(move, padded));
    }

    /** The nearest day that no date of the paper names; of two the earlier. */
    private Optional<LocalDate> free(
            LocalDate day, Predicate<LocalDate> allowed, List<Dated> named, boolean padded) {
        return IntStream.rangeClosed(0, FARTHEST)
                .boxed()
                .flatMap(far -> Stream.of(day.minusDays(far), day.plusDays(far)))
                .filter(allowed)
                .filter(to ->
                        named.stream()
                                .allMatch(each ->
                                        texts.isNew(texts.written(each, Day.of(to), padded))))
                .findFirst();
    }

    List<Dated> dates() {
        return dates;
    }

    MovedText texts() {
        return texts;
    }
}
