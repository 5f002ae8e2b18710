package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsReaderTest {
    @Test
    void acceptsNoSettingsAtAll() {
        var valid = SettingsReader.read(environment(Map.of()));

        assertThat(valid.settings().domain()).isEqualTo("localhost");
        assertThat(valid.tenants().findByHost("app.localhost")).isPresent();
    }

    @Test
    void reportsAllMistakesInOneList() {
        var environment =
                environment(
                        Map.of(
                                "portal.domain", "not a domain",
                                "portal.datum", "typing error",
                                "portal.demo", "perhaps",
                                "portal.database.url", "jdbc:mysql://db/portal",
                                "portal.objects.access-key", "alone",
                                "portal.master-key", "c2hvcnQ=",
                                "portal.bootstrap.password", "short",
                                "server.port", "99999"));

        var invalid =
                catchThrowableOfType(InvalidSettings.class, () -> SettingsReader.read(environment));

        assertThat(invalid.mistakes())
                .anyMatch(mistake -> mistake.startsWith("portal.domain:"))
                .contains("portal.datum: no such setting")
                .anyMatch(mistake -> mistake.startsWith("portal.demo:"))
                .anyMatch(mistake -> mistake.startsWith("portal.database.url:"))
                .anyMatch(mistake -> mistake.startsWith("portal.database.owner-user:"))
                .anyMatch(mistake -> mistake.startsWith("portal.objects:"))
                .anyMatch(mistake -> mistake.startsWith("portal.master-key:"))
                .anyMatch(mistake -> mistake.startsWith("portal.bootstrap.password:"))
                .anyMatch(mistake -> mistake.startsWith("server.port:"));
    }

    @Test
    void neverRepeatsASecretInAMistake() {
        var environment = environment(Map.of("portal.master-key", "hunter2hunter2"));

        var invalid =
                catchThrowableOfType(InvalidSettings.class, () -> SettingsReader.read(environment));

        assertThat(String.join("\n", invalid.mistakes())).doesNotContain("hunter2");
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }
}
