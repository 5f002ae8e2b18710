package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A shell script that lies beside these classes. */
final class Script {
    private Script() {}

    static String of(String name) {
        try (var text = Script.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("Expected the script " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
