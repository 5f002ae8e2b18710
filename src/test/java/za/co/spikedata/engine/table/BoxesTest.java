package za.co.spikedata.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;

class BoxesTest {
    private static final double FIRST = 300;
    private static final double APART = 60;
    private static final int EVERY = 4;

    /** A figure beside a row. */
    private interface Beside {
        String figure(int row, int column);
    }

    @Test
    void keepsABalanceThatIsPrintedOnFewRows() {
        var section = section(40, 2, (row, column) -> column == 0 ? balance(row + 1) : "7.77");

        assertThat(columns(section))
                .hasSize(2)
                .anyMatch(column -> column.left() >= FIRST && column.left() < FIRST + APART);
    }

    @Test
    void keepsABalanceThatIsPrintedOnFewRowsOfTheNewestFirst() {
        var section = section(40, 1, (row, _) -> balance(40 - row));

        assertThat(columns(section)).hasSize(2);
    }

    /** What follows all rows up to there, of one rand each. */
    private static String balance(int rows) {
        return 1_000 + rows + ".00";
    }

    @Test
    void looksThroughManyColumnsBesideManyRowsInTime() {
        var chance = new Random(7);
        var section = section(600, 100, (_, _) -> 10 + chance.nextInt(90) + ".13");

        assertTimeout(Duration.ofSeconds(5), () -> assertThat(columns(section)).hasSize(1));
    }

    @Test
    void looksThroughALongColumnInTime() {
        var chance = new Random(7);
        var section = section(40_000, 1, (_, _) -> 10 + chance.nextInt(90) + ".13");

        assertTimeout(Duration.ofSeconds(5), () -> assertThat(columns(section)).hasSize(1));
    }

    private static List<Column> columns(Section section) {
        return Columns.of(section, DateColumns.of(section));
    }

    /** Dated rows of one rand each under headings, with a figure beside on some of them. */
    private static Section section(int rows, int columns, Beside beside) {
        var lines = new ArrayList<TokenLine>();
        for (int row = 0; row < rows; row++) {
            var words = new ArrayList<Word>();
            words.add(word("2026-01-15", 10, row));
            words.add(word("shop", 90, row));
            words.add(word("1.00", 200, row));
            for (int column = 0; column < columns; column++) {
                if ((row + column) % EVERY == 0) {
                    words.add(word(beside.figure(row, column), FIRST + column * APART, row));
                }
            }
            lines.add(TokenLine.of(1, 0, words, new MoneyLexer()));
        }
        var header =
                new Header(
                        List.of(
                                new Header.Label(Heading.DATE, 10, 60),
                                new Header.Label(Heading.DESCRIPTION, 90, 150),
                                new Header.Label(Heading.AMOUNT, 190, 225)));
        return new Section(0, Optional.of(header), lines, Map.of(), Set.of());
    }

    private static Word word(String text, double left, int row) {
        return new Word(text, new Box(left, row * 12, text.length() * 5, 10), 10);
    }
}
