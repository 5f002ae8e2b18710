package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.DateWriter;
import za.co.spikedata.engine.table.DateWriter.Day;

/**
 * Moves all dates of a paper by one number of days, so that their order and distances stay. Which
 * number is drawn from all that let every date keep its style and its letters' places; the first
 * day that results may be any of thirty years, whichever the paper's was.
 */
final class Days {
    private static final LocalDate EARLIEST = LocalDate.of(2003, Month.JANUARY, 1);
    private static final LocalDate LATEST = LocalDate.of(2034, Month.DECEMBER, 31);

    /** A date and the day it means; the day need not exist, as on 31 February. */
    record Dated(Date date, Day day) {
        Optional<LocalDate> exact() {
            int longest =
                    day.month() < 1 || day.month() > 12
                            ? 0
                            : Month.of(day.month()).length(day.year() % 4 == 0);
            return day.day() >= 1 && day.day() <= longest
                    ? Optional.of(LocalDate.of(day.year(), day.month(), day.day()))
                    : Optional.empty();
        }
    }

    /** How much of the original a move may leave. */
    private enum Strictness {
        /** Every date keeps its style, and none says what some date of the paper said. */
        STYLE_AND_NEW,
        /** Days of one digit may become two, the first a zero. */
        NEW,
        /** A day without a year may be another of the paper's. */
        NEW_WITH_YEAR
    }

    private final List<Dated> dates;
    private final boolean monthFirst;
    private final boolean yearsStandAlone;
    private final Set<String> original;
    private final RandomGenerator random;

    /**
     * @param yearsStandAlone years are printed apart from days, so all days must move by as many
     *     years
     */
    Days(List<Dated> dates, boolean yearsStandAlone, RandomGenerator random) {
        this.dates = List.copyOf(dates);
        this.monthFirst = isMonthFirst(dates);
        this.yearsStandAlone =
                yearsStandAlone || dates.stream().anyMatch(each -> each.day.year() < 0);
        this.original =
                dates.stream()
                        .map(each -> each.date.token().text())
                        .collect(Collectors.toUnmodifiableSet());
        this.random = random;
    }

    private static boolean isMonthFirst(List<Dated> dates) {
        int votes = 0;
        for (Dated each : dates) {
            DateToken token = each.date.token();
            if (token.form() == DateToken.Form.NUMERIC && token.first() != token.second()) {
                votes += token.first() == each.day.month() ? 1 : -1;
            }
        }
        return votes > 0;
    }

    /** By how many days all dates may move; nothing when no move fits. */
    OptionalLong move() {
        Optional<LocalDate> first =
                dates.stream()
                        .map(Dated::exact)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        LocalDate from = first.orElse(LocalDate.of(2020, Month.JUNE, 15));
        List<Long> targets =
                LongStream.rangeClosed(EARLIEST.toEpochDay(), LATEST.toEpochDay())
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(targets, Random.from(random));
        Map<String, Dated> distinct = new LinkedHashMap<>();
        dates.forEach(each -> distinct.putIfAbsent(each.date.token().text() + each.day, each));
        for (Strictness strictness : Strictness.values()) {
            for (long target : targets) {
                long move = target - from.toEpochDay();
                if (move != 0 && fits(move, strictness, distinct, from)) {
                    return OptionalLong.of(move);
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean fits(
            long move, Strictness strictness, Map<String, Dated> distinct, LocalDate from) {
        int years = years(from, move);
        for (Dated each : distinct.values()) {
            Optional<LocalDate> exact = each.exact();
            if (yearsStandAlone && exact.isPresent() && years(exact.get(), move) != years) {
                return false;
            }
            Optional<String> text = text(each, move, strictness != Strictness.STYLE_AND_NEW);
            if (text.isEmpty()) {
                return false;
            }
            boolean mayStay =
                    strictness == Strictness.NEW_WITH_YEAR && !each.date.token().hasYear();
            if (!mayStay && original.contains(text.get())) {
                return false;
            }
        }
        return true;
    }

    private static int years(LocalDate from, long move) {
        return from.plusDays(move).getYear() - from.getYear();
    }

    /** By how many years a year that stands alone moves. */
    int years(long move) {
        return dates.stream()
                .map(Dated::exact)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(first -> years(first, move))
                .orElse(years(LocalDate.of(2020, Month.JUNE, 15), move));
    }

    /** What a date says after the move. */
    Optional<String> text(Dated dated, long move, boolean padded) {
        Day now =
                dated.exact()
                        .map(day -> day.plusDays(move))
                        .map(day ->
                                new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear()))
                        .orElseGet(() -> impossible(dated.day, move));
        return DateWriter.write(dated.date.token(), dated.day, now, monthFirst, padded);
    }

    /** A day that does not exist stays one. */
    private Day impossible(Day day, long move) {
        int[] months = {2, 4, 6, 9, 11};
        int start = Math.floorMod(move, months.length);
        for (int i = 0; i < months.length; i++) {
            int month = months[(start + i) % months.length];
            if (month != day.month()) {
                return new Day(month == 2 ? 30 : 31, month, day.year() + years(move));
            }
        }
        return day;
    }

    List<Dated> dates() {
        return dates;
    }
}
