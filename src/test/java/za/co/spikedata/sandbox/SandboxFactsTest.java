package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import za.co.spikedata.posture.Fact;

class SandboxFactsTest {
    @ParameterizedTest
    @EnumSource
    void everyPostureIsToldInWordsOfItsOwn(Posture posture) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("themes/base/messages.properties"))) {
            texts.load(in);
        }

        var open = SandboxFacts.told(posture, false);
        var filtered = SandboxFacts.told(posture, true);

        assertThat(open).hasSize(1);
        assertThat(filtered).hasSize(2).containsAll(open);
        assertThat(filtered)
                .extracting(Fact::key)
                .allMatch(key -> texts.containsKey("security.fact." + key));
        assertThat(texts.getProperty("security.fact." + open.getFirst().key()).contains("network"))
                .isEqualTo(posture.hasOwnNetwork());
    }
}
