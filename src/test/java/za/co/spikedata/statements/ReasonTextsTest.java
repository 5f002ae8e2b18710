package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import za.co.spikedata.engine.model.Reason;

class ReasonTextsTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonIsToldWithItsRemedy(Reason reason) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("themes/base/messages.properties"))) {
            texts.load(file);
        }

        assertThat(texts.getProperty("reason." + reason)).isNotBlank();
        assertThat(texts.getProperty("reason." + reason + ".remedy")).isNotBlank();
    }
}
