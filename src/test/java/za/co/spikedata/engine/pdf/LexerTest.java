package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "12, 12",
        "-3.25, -3.25",
        "+.5, 0.5",
        "4., 4",
        "--7, -7",
        "1.2.3, 1.23",
        "0.1, 0.1",
        "123456789.987654321, 123456789.9876543",
        "12345678901234567890, 12345678901234560000",
        "1.00000000000000000009, 1",
        "0.0000000000000000000000012, 1.2e-24"
    })
    void readsANumber(String printed, double expected) throws IOException {
        assertThat(number(printed)).isEqualTo(expected);
    }

    private static double number(String printed) throws IOException {
        byte[] content = (printed + " Tc").getBytes(StandardCharsets.US_ASCII);
        var lexer = new Lexer(new ByteArrayInputStream(content));
        assertThat(lexer.operator()).isEqualTo(Operator.SPACING);
        return lexer.fromEnd(0);
    }
}
