package za.co.spikedata.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.DateWriter.Day;
import za.co.spikedata.engine.table.LineText;

class DaysTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 7, 26);

    @Test
    void allKeepTheirOrderAndFewTheirDistance() {
        Days days = days(40, 3);

        Move move = days.move().orElseThrow();

        List<Long> gaps = gaps(days.dates().stream().map(each -> move.of(exact(each))).toList());
        assertThat(gaps).hasSize(39).allMatch(gap -> gap > 0);
        assertThat(gaps.stream().filter(gap -> gap == 3)).hasSizeLessThan(20);
    }

    @Test
    void lastAsLongAsBefore() {
        Days days = days(40, 3);

        Move move = days.move().orElseThrow();

        LocalDate last = move.of(exact(days.dates().getLast()));
        assertThat(ChronoUnit.DAYS.between(move.of(FIRST), last)).isBetween(100L, 140L);
    }

    private static List<Long> gaps(List<LocalDate> days) {
        return IntStream.range(1, days.size())
                .mapToObj(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .toList();
    }

    private static LocalDate exact(Dated dated) {
        return dated.exact().orElseThrow();
    }

    @Test
    void noneIsNamedAgainThoughMostOfTheYearWas() {
        Days days = days(214);
        Set<String> named = texts(days, new Move(0, Map.of()));

        Move move = days.move().orElseThrow();

        assertThat(named).hasSize(214);
        assertThat(texts(days, move)).isNotEmpty().doesNotContainAnyElementsOf(named);
        assertThat(Stream.iterate(FIRST, day -> day.plusDays(1)).limit(214).map(move::of))
                .isSorted();
    }

    @Test
    void nothingFitsWhereEveryDayOfTheYearIsNamed() {
        assertThat(days(366).move()).isEmpty();
    }

    private static Set<String> texts(Days days, Move move) {
        return days.dates().stream()
                .map(dated -> days.texts().text(dated, move, true).orElseThrow())
                .collect(Collectors.toSet());
    }

    /** So many days in a row, none with its year. */
    private static Days days(int count) {
        return days(count, 1);
    }

    private static Days days(int count, int apart) {
        List<Dated> dates =
                Stream.iterate(FIRST, day -> day.plusDays(apart))
                        .limit(count)
                        .map(DaysTest::dated)
                        .toList();
        return new Days(dates, false, new Random(1));
    }

    private static Dated dated(LocalDate day) {
        String[] printed =
                day.format(DateTimeFormatter.ofPattern("dd MMM", Locale.ROOT)).split(" ");
        List<Word> words =
                List.of(
                        new Word(printed[0], new Box(0, 0, 11, 10), 10),
                        new Word(printed[1], new Box(14, 0, 16, 10), 10));
        var token = new DateLexer().find(LineText.of(words)).getFirst();
        return new Dated(new Date(0, token), Day.of(day));
    }
}
