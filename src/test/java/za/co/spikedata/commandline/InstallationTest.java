package za.co.spikedata.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstallationTest {
    static List<String> parts() {
        return Installation.PARTS;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesWhatIsThere(String part) {
        var name = part.endsWith("/") ? part : part + ".class";

        assertThat(getClass().getClassLoader().getResource(name)).as(name).isNotNull();
    }
}
