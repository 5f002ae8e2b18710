package za.co.spikedata.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.engine.table.DateToken.Form;

class DateLexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024-03-01      | 1  | 3  | 2024
                    2024/03/01      | 1  | 3  | 2024
                    2024 03 01      | 1  | 3  | 2024
                    20240222        | 22 | 2  | 2024
                    240902          | 2  | 9  | 24
                    05Jan2026       | 5  | 1  | 2026
                    1MAY2026        | 1  | 5  | 2026
                    13 Nov 24       | 13 | 11 | 24
                    02 Jul          | 2  | 7  | -1
                    02 Maa          | 2  | 3  | -1
                    Jan 02, 2024    | 2  | 1  | 2024
                    3 octobre 2012  | 3  | 10 | 2012
                    2. Februar 2020 | 2  | 2  | 2020
                    14 Fevereiro 2024 | 14 | 2 | 2024
                    """)
    void readsDatesThatTellTheirOrder(String printed, int day, int month, int year) {
        List<DateToken> found = find(printed);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().form()).isNotEqualTo(Form.NUMERIC);
        assertThat(found.getFirst())
                .extracting(DateToken::first, DateToken::second, DateToken::third)
                .containsExactly(day, month, year);
    }

    @ParameterizedTest
    @CsvSource({"1/03/2024,1,3,2024", "02/05/25,2,5,25", "19.01.,19,1,-1", "04/30,4,30,-1"})
    void leavesTheOrderOfNumbersToTheWholePaper(String printed, int one, int two, int three) {
        assertThat(find(printed))
                .singleElement()
                .extracting(DateToken::form, DateToken::first, DateToken::second, DateToken::third)
                .containsExactly(Form.NUMERIC, one, two, three);
    }

    @Test
    void doubtsBareDigits() {
        assertThat(find("11 20")).singleElement().matches(DateToken::weak);
        assertThat(find("11.30")).singleElement().matches(DateToken::weak);
    }

    @Test
    void takesNoAmountForADate() {
        assertThat(find("1,234.50")).isEmpty();
        assertThat(find("CLIENT REF 2024/7565")).isEmpty();
        assertThat(find("CLIENT REF 2024 3 1")).noneMatch(date -> date.form() == Form.YEAR_FIRST);
    }

    private static List<DateToken> find(String printed) {
        return new DateLexer().find(LineText.of(MoneyLexerTest.words(printed)));
    }
}
