package za.co.spikedata.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56|1234.56",
                "1,234.56|1234.56",
                "1 234,56|1234.56",
                "1.234,56|1234.56",
                "R 1 234.56|1234.56",
                "-R4 482.32|-4482.32",
                "R -45.50|-45.50",
                "(123.45)|-123.45",
                "123.45-|-123.45",
                "12 345,67 -|-12345.67",
                "+509910.25|509910.25",
                "-15.5|-15.5",
                "-33|-33",
                "0|0",
                "123.45 Cr|123.45",
                "123.45 Dr|-123.45",
                "123.45Dr|-123.45",
                "ZAR 99.99|99.99"
            })
    void readsFiguresAsTheyArePrinted(String cell, String expected) {
        assertThat(CsvCells.money(cell).orElseThrow().decimal()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "R",
                "-",
                "=1+1",
                "1E+05",
                "12 ABC",
                "1;2",
                "NaN",
                "0x10",
                "99999999999999999999",
                "1111111111111111111111111111111111111111111111"
            })
    void takesNothingElseForAFigure(String cell) {
        assertThat(CsvCells.money(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-23, 2026-07-23",
        "2026/07/23, 2026-07-23",
        "23/07/2026, 2026-07-23",
        "01/02/2026, 2026-02-01",
        "20260723, 2026-07-23",
        "23 Jul 2026, 2026-07-23",
        "23-July-2026, 2026-07-23",
        "23Jul2026, 2026-07-23",
        "2026-07-23 20:50, 2026-07-23",
        "2026-07-23T09:15:00Z, 2026-07-23",
        "23/07/2026 00:20, 2026-07-23",
        "02/05/25, 2025-05-02"
    })
    void readsDaysOfEveryStyle(String cell, LocalDate expected) {
        assertThat(CsvCells.date(cell).flatMap(date -> CsvCells.day(date, false)))
                .hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-01",
                "31/02/2026",
                "23 Jul",
                "PAID 2026-07-23",
                "2026-07-23 X"
            })
    void takesNothingElseForADay(String cell) {
        assertThat(CsvCells.date(cell).flatMap(date -> CsvCells.day(date, false))).isEmpty();
    }
}
