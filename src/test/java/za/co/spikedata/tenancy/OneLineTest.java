package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @Test
    @DisplayName("INJ-01 INJ-04 what people type as a line neither breaks nor turns")
    void keepsOnlyWhatIsSeen() {
        assertThat(OneLine.of(" Naledi\r\nBcc: x\u2028y\u0000 ")).isEqualTo("Naledi Bcc: x y");
        assertThat(OneLine.of("gpj.\u202efdp\u202c\u2066z\u2069\u200f\u061c"))
                .isEqualTo("gpj.fdpz");
        assertThat(OneLine.of("Zo\u00eb \u05d0\u05d1 \ud83d\udc22"))
                .isEqualTo("Zo\u00eb \u05d0\u05d1 \ud83d\udc22");
    }

    @ParameterizedTest
    @DisplayName("INJ-04 a line of what cannot be seen is empty")
    @ValueSource(
            strings = {
                "\u0085",
                "\u009f",
                "\u200b",
                "\u200d",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\uffa0",
                "\u1160",
                "\ufe0f",
                "\u2029",
                "\u2800",
                "\udb40\udd00"
            })
    void isEmptyWithoutWhatIsSeen(String unseen) {
        assertThat(OneLine.of(unseen)).isEmpty();
        assertThat(OneLine.of("a" + unseen + "!")).isIn("a!", "a !");
        assertThat(OneLine.isClean("a" + unseen)).isFalse();
    }

    @Test
    void keepsJoinersThatSpellAWord() {
        assertThat(OneLine.of("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .isEqualTo("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        assertThat(OneLine.isClean("\u0915\u094d\u200d\u0937")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164\u200d\u3164",
                "a\u200d\u3164",
                "\u0915\u200d\u200d\u0937",
                "Ac\u200cme",
                "\u0430\u200d\u0430",
                "\u0915\u094d\u200d\u0937",
                "\u200d"
            })
    void leavesALineThatIsClean(String typed) {
        assertThat(OneLine.isClean(OneLine.of(typed))).isTrue();
        assertThat(OneLine.of("Ac\u200cme")).isEqualTo("Acme");
    }

    @Test
    void keepsSeveralLines() {
        assertThat(OneLine.each("one\u200b\r\n\r\ntwo\u0085\n\u2060")).isEqualTo("one\n\ntwo");
    }
}
