package za.co.spikedata.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final double SIZE = 10;
    private static final double WIDTH = 5;

    private final Glyphs glyphs = new Glyphs();

    @Test
    void partsWordsAtGapsAndLinesAtBaselines() {
        write("Date", 40, 100);
        write("12.50", 80, 100);
        write("Total", 40, 115);

        assertThat(texts()).containsExactly(List.of("Date", "12.50"), List.of("Total"));
    }

    @Test
    void textsOverOneAnotherAreWhatWasDrawnInOneGo() {
        write("balance", 40, 100);
        write("1234567", 42, 100);

        assertThat(texts()).containsExactly(List.of("balance", "1234567"));
    }

    @Test
    void aLetterStruckTwiceIsOne() {
        write("a", 40, 100);
        write("a", 40.5, 100);
        write("b", 45, 100);

        assertThat(texts()).containsExactly(List.of("ab"));
    }

    @Test
    void wordsOfTextsOverOneAnotherAreCountedAsTheyStand() {
        write("1234567", 42, 100);
        write("balance", 40, 100);

        Lines.Placed placed = Lines.placed(glyphs);

        assertThat(placed.lines().getFirst().words().stream().map(Word::text))
                .containsExactly("balance", "1234567");
        assertThat(placed.words()).startsWith(1).endsWith(0);
        assertThat(placed.offsets()).startsWith(0, 1).endsWith(6);
    }

    @Test
    void tellsWhatAWordIsMadeOf() {
        write("-1,5", 40, 100);
        write("Fee:", 100, 100);
        write("\u05D0\u05D1", 200, 100);

        List<Word> words = Lines.of(glyphs).getFirst().words();

        assertThat(words.get(0).kinds())
                .isEqualTo(Kinds.SIGN | Kinds.DIGIT | Kinds.OTHER | Kinds.POINT);
        assertThat(words.get(0).kinds() & Kinds.DIGIT).isNotZero();
        assertThat(words.get(0).hasPointedDigits()).isTrue();
        assertThat(words.get(1).kinds()).isEqualTo(Kinds.LETTER | Kinds.COLON);
        assertThat(words.get(1).kinds() & Kinds.DIGIT).isZero();
        assertThat(words.get(1).hasPointedDigits()).isFalse();
        assertThat(words.get(2).kinds()).isEqualTo(Kinds.FOREIGN | Kinds.LETTER);
    }

    private void write(String text, double left, double baseline) {
        for (int i = 0; i < text.length(); i++) {
            glyphs.add(text.substring(i, i + 1), false, left + i * WIDTH, baseline, WIDTH, SIZE);
        }
    }

    private List<List<String>> texts() {
        return Lines.of(glyphs).stream()
                .map(line -> line.words().stream().map(Word::text).toList())
                .toList();
    }
}
