package za.co.spikedata.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
    @Test
    void keepsWhatQuotesHold() {
        assertThat(lines("a,\"b,\n\"\"c\"\"\", d \r\n\r\n,,\ne,\"open"))
                .containsExactly(List.of("a", "b,\n\"c\"", "d"), List.of("e", "open"));
    }

    @Test
    void endsALineBehindItsLastSeparator() {
        assertThat(lines("a,")).containsExactly(List.of("a", ""));
        assertThat(lines("a;b\nc;\n")).containsExactly(List.of("a", "b"), List.of("c", ""));
    }

    @Test
    void readsWhatWindowsWritesInTheWest() {
        assertThat(CsvLines.of("Café,€".getBytes(Charset.forName("windows-1252"))))
                .hasValue(List.of(List.of("Café", "€")));
        assertThat(CsvLines.of("\uFEFFCafé".getBytes(StandardCharsets.UTF_8)))
                .hasValue(List.of(List.of("Café")));
    }

    @Test
    void readsWhatIsMarkedAsUtf16() {
        for (var order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(CsvLines.of("\uFEFFCafé\t€\r\n".getBytes(order)))
                    .hasValue(List.of(List.of("Café", "€")));
        }
        assertThat(CsvLines.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).isEmpty();
    }

    @Test
    void givesUpOnWhatIsTooMuchOrNoText() {
        assertThat(CsvLines.of("a\n".repeat(100_002).getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(CsvLines.of(",".repeat(70).getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(CsvLines.of("a".repeat(5_000).getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(CsvLines.of(("\"" + "a\n".repeat(3_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(CsvLines.of(new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(CsvLines.of(new byte[] {'a', (byte) 0x81})).isEmpty();
    }

    private static List<List<String>> lines(String text) {
        return CsvLines.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
