package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.DateWriter;
import za.co.spikedata.engine.table.DateWriter.Day;

/** What the dates of a paper say on other days, each in its own style. */
final class MovedText {
    private final LocalDate first;
    private final boolean monthFirst;
    private final Set<String> original;

    MovedText(List<Dated> dates) {
        this.first = first(dates);
        this.monthFirst = isMonthFirst(dates);
        this.original =
                dates.stream()
                        .map(each -> each.date().token().text())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The first day that the paper names. */
    LocalDate first() {
        return first;
    }

    private static boolean isMonthFirst(List<Dated> dates) {
        int votes = 0;
        for (Dated each : dates) {
            DateToken token = each.date().token();
            if (token.form() == DateToken.Form.NUMERIC && token.first() != token.second()) {
                votes += token.first() == each.day().month() ? 1 : -1;
            }
        }
        return votes > 0;
    }

    private static LocalDate first(List<Dated> dates) {
        return dates.stream()
                .map(Dated::exact)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.of(2020, Month.JUNE, 15));
    }

    /** Whether no date of the paper says this. */
    boolean isNew(Optional<String> text) {
        return text.filter(each -> !original.contains(each)).isPresent();
    }

    static int years(LocalDate from, Move move) {
        return move.of(from).getYear() - from.getYear();
    }

    /** By how many years a year that stands alone moves. */
    int years(Move move) {
        return years(first, move);
    }

    /** What a date says after the move. */
    Optional<String> text(Dated dated, Move move, boolean padded) {
        Day now =
                dated.exact()
                        .map(move::of)
                        .map(Day::of)
                        .orElseGet(() -> impossible(dated.day(), move));
        return written(dated, now, padded);
    }

    Optional<String> written(Dated dated, Day now, boolean padded) {
        return DateWriter.write(dated.date().token(), dated.day(), now, monthFirst, padded);
    }

    /** A day that does not exist stays one. */
    private Day impossible(Day day, Move move) {
        int[] months = {2, 4, 6, 9, 11};
        int start = Math.floorMod(move.days(), months.length);
        for (int i = 0; i < months.length; i++) {
            int month = months[(start + i) % months.length];
            if (month != day.month()) {
                return new Day(month == 2 ? 30 : 31, month, day.year() + years(move));
            }
        }
        return day;
    }
}
