package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A portal that keeps everything in one folder, and what becomes of the key in it. */
class MasterKeyFileTest {
    @TempDir private Path data;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = data.resolve("master.key");
    }

    @Test
    @DisplayName("ENC-05 data without its master key stops the start, which makes no other")
    void makesNoOtherKeyForWhatIsThere() throws IOException {
        Files.createDirectories(data.resolve("postgres/cluster"));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("portal.master-key:")
                .contains("no master.key", "backup");
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest(name = "ENC-05 a spoilt master key stops the start and stays: \"{0}\"")
    @ValueSource(
            strings = {"", "c2hvcnQ=", "not base64 at all", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void keepsASpoiltKeyAsItIs(String key) throws IOException {
        Files.writeString(file, key);

        assertThat(mistakes())
                .singleElement()
                .asString()
                .contains("master.key is not base64 of 32 bytes", "backup");
        assertThat(kept()).isEqualTo(Map.of("master.key", key));
    }

    @Test
    @DisplayName("ENC-05 a master key that cannot be read stops the start")
    void tellsThatTheKeyCannotBeRead() throws IOException {
        Files.createDirectory(file);

        assertThat(mistakes()).singleElement().asString().contains("master.key cannot be read");
    }

    @Test
    void takesTheKeyOfTheSettingsForDataThatWasSealedWithIt() throws IOException {
        Files.createDirectories(data.resolve("postgres/cluster"));
        var key = Base64.getEncoder().encodeToString(new byte[32]);

        SettingsReader.read(environment(Map.of("portal.master-key", key)));

        assertThat(file).doesNotExist();
    }

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        var made = MasterKeyFile.in(data).key();

        assertThat(MasterKeyFile.in(data).key()).isEqualTo(made);
        assertThat(MasterKeyFile.mistake(data)).isEmpty();
        assertThat(kept()).containsOnlyKeys("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Else one that is killed at its first start leaves a database that nothing opens. */
    @Test
    void isMadeBeforeThereIsADatabase() throws IOException {
        Files.writeString(data.resolve("postgres"), "in the way of the database");
        var settings = SettingsReader.read(environment(Map.of())).settings();
        try (var parts = new AnnotationConfigApplicationContext()) {
            parts.registerBean(PortalSettings.class, () -> settings);
            parts.register(DatabaseConfiguration.class, KeyConfiguration.class);

            assertThatThrownBy(parts::refresh).hasMessageContaining("embedded PostgreSQL");
        }
        assertThat(file).exists();
    }

    private List<String> mistakes() {
        return catchThrowableOfType(
                        InvalidSettings.class, () -> SettingsReader.read(environment(Map.of())))
                .mistakes();
    }

    private StandardEnvironment environment(Map<String, Object> more) {
        var settings = new TreeMap<>(more);
        settings.put("portal.data", data.toString());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private Map<String, String> kept() throws IOException {
        var kept = new TreeMap<String, String>();
        try (var files = Files.walk(data)) {
            for (var each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                kept.put(data.relativize(each).toString(), Files.readString(each));
            }
        }
        return kept;
    }
}
