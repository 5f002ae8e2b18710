package za.co.spikedata.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.table.MoneyToken.Mark;

class MoneyLexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1,234.50           | 123450
                    1.234,50           | 123450
                    1 234,50           | 123450
                    1'234.50           | 123450
                    1,00,000.00        | 10000000
                    R 15 076 710.75    | 1507671075
                    .72                | 72
                    -6.0               | -600
                    11 236.59-         | -1123659
                    1 000,00 -         | -100000
                    \u2212 R 6 316.63  | -631663
                    \u00AD8,000.00     | -800000
                    - R2.75            | -275
                    -R4 482.32         | -448232
                    R 983.08-          | -98308
                    ($1,646.53)        | -164653
                    +$300.00           | 30000
                    SGD 12000.00       | 1200000
                    90,350 CR          | 9035000
                    2.853.82           | 285382
                    \u06F1\u06F2\u066B\u06F5\u06F0 | 1250
                    """)
    void readsEveryNumberStyle(String printed, long cents) {
        List<MoneyToken> found = find(printed);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().signed().cents()).isEqualTo(cents);
    }

    @Test
    void keepsTheLettersThatTellTheSide() {
        assertThat(find("300.00Cr").getFirst().mark()).isEqualTo(Mark.CREDIT);
        assertThat(find("300.00 Kt").getFirst().mark()).isEqualTo(Mark.CREDIT);
        assertThat(find("80,000.00Dt").getFirst().mark()).isEqualTo(Mark.DEBIT);
        assertThat(find("6,407.82 OD").getFirst().mark()).isEqualTo(Mark.DEBIT);
        assertThat(find("13.50 A").getFirst().mark()).isEqualTo(Mark.NONE);
    }

    @Test
    void takesLettersThatBeginACellForItsSide() {
        assertThat(find("DR 498.70").getFirst().mark()).isEqualTo(Mark.DEBIT);
        assertThat(find("Cr1 498.70").getFirst().mark()).isEqualTo(Mark.CREDIT);
        assertThat(find("DR R498.70").getFirst().text()).isEqualTo("DR R498.70");
        assertThat(find("DR 49871").getFirst().mark()).isEqualTo(Mark.NONE);
        assertThat(find("INTEREST DR 498.70").getFirst().mark()).isEqualTo(Mark.NONE);
    }

    @Test
    void takesNoPartOfAReferenceForMoney() {
        assertThat(find("REF 2024/9730 INV2804 12.5%")).noneMatch(token -> token.strong());
    }

    static List<MoneyToken> find(String printed) {
        return new MoneyLexer().find(LineText.of(words(printed)));
    }

    /** Words one blank apart, at 10 points. */
    static List<Word> words(String printed) {
        var words = new ArrayList<Word>();
        double left = 0;
        for (String text : printed.strip().split(" ")) {
            words.add(new Word(text, new Box(left, 0, text.length() * 5, 10), 10));
            left += (text.length() + 1) * 5;
        }
        return words;
    }
}
