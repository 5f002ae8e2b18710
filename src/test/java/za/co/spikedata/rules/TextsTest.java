package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a key written twice the later one would win unseen. */
class TextsTest {
    @Test
    void areSaidOnce() throws IOException {
        assertThat(keys(Files.readAllLines(Path.of("themes/base/messages.properties"))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void areCaughtWhenSaidTwice() {
        assertThat(keys(List.of("a.b=x", "# a.b=z", "a.b=y"))).containsExactly("a.b", "a.b");
    }

    private static List<String> keys(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0].strip())
                .toList();
    }
}
