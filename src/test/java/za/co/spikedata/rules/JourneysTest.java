package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Journeys run without the product's classes on their path, though they compile beside them. */
class JourneysTest {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(za\\.co\\.spikedata\\.[\\w.]*?[A-Z]\\w*)");

    @Test
    void meetTheProductByItsJarAlone() throws IOException {
        var used = imports(Path.of("e2e-tests", "java"));

        assertThat(used).isNotEmpty().allMatch(JourneysTest::isOfTests);
        assertThat(isOfTests("za.co.spikedata.Portal")).isFalse();
    }

    private static List<String> imports(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(JourneysTest::importsOf)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> importsOf(Path file) {
        try {
            return IMPORT.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOfTests(String type) {
        var file = type.replace('.', '/') + ".java";
        return Stream.of("src/test/java", "e2e-tests/java")
                .anyMatch(root -> Files.exists(Path.of(root, file)));
    }
}
