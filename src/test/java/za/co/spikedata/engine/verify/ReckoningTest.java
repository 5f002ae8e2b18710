package za.co.spikedata.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts the days of other calendars where their rules hold, and as ours where they do not. */
class ReckoningTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 1404, 12, 29",
        "2026-03-21, 1405, 1, 1",
        "2025-03-20, 1403, 12, 30",
        "2024-03-20, 1403, 1, 1",
        "2026-11-27, 1405, 9, 6"
    })
    void countsPersianDays(LocalDate day, int year, int month, int number) {
        assertThat(Reckoning.PERSIAN.of(day)).isEqualTo(new Reckoning.Numbers(year, month, number));
    }

    @ParameterizedTest
    @EnumSource
    void countsEveryDayThatAResultCanName(Reckoning reckoning) {
        Stream<LocalDate> ends = Stream.of(LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH);
        Stream<LocalDate> years =
                IntStream.rangeClosed(-12_000, 12_000).mapToObj(year -> LocalDate.of(year, 3, 20));

        assertThat(Stream.concat(ends, years).map(reckoning::of))
                .allSatisfy(numbers -> assertThat(numbers.month()).isBetween(1, 12));
    }

    @Test
    void takesAPrintedYearOfOurOwnForOurOwn() {
        LocalDate far = LocalDate.of(9_000, 1, 1);

        assertThat(Reckoning.of(9_000, far)).isEqualTo(Reckoning.COMMON);
        assertThat(Reckoning.of(9_543, far)).isEqualTo(Reckoning.BUDDHIST);
        assertThat(Reckoning.of(1405, LocalDate.of(2026, 11, 27))).isEqualTo(Reckoning.PERSIAN);
    }
}
