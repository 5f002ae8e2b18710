package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import za.co.spikedata.vault.FakeKms;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.LocalKeys;
import za.co.spikedata.vault.MasterKey;

/** Without the right key in the right place nothing starts, and whoever starts it reads why. */
class MasterKeysTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    @DisplayName("ENC-05 a missing, malformed or doubled master key stops the start")
    void stopsWithoutAMasterKey() {
        var outside =
                Map.<String, Object>of(
                        "portal.database.url", "jdbc:postgresql://127.0.0.1/portal",
                        "portal.database.owner-user", "owner");

        assertThat(mistakes(outside)).singleElement().asString().startsWith("portal.master-key:");
        assertThat(mistakes(with(outside, "portal.master-key", KEY + "x")))
                .contains("portal.master-key: expected base64 of 32 bytes");
        assertThat(mistakes(Map.of("portal.master-key", KEY, "portal.kms.key", "alias/portal")))
                .singleElement()
                .asString()
                .startsWith("portal.kms.key:")
                .doesNotContain(KEY);
    }

    @Test
    @DisplayName("ENC-05 a KMS that does not answer, or has no such key, stops the start")
    void stopsWithoutTheKeyInKms() throws IOException {
        try (var service = FakeKms.start()) {
            var arn = service.add(true);

            assertThat(unreachable(service, arn)).isEmpty();
            assertThat(unreachable(service, service.add(false)))
                    .singleElement()
                    .asString()
                    .startsWith("portal.kms.key: Expected KMS key ");
            assertThat(unreachable(service, arn + "0"))
                    .singleElement()
                    .asString()
                    .contains("NotFoundException")
                    .doesNotContain("hidden");
            service.goAway();
            assertThat(unreachable(service, arn))
                    .singleElement()
                    .asString()
                    .isEqualTo("portal.kms: KMS answers 500");
            service.close();
            assertThat(unreachable(service, arn))
                    .containsExactly("portal.kms: KMS does not answer");
        }
    }

    @Test
    void beyondThisMachineKmsIsAskedByTlsAlone() {
        assertThat(
                        mistakes(
                                Map.of(
                                        "portal.kms.key", "alias/portal",
                                        "portal.kms.endpoint", "http://kms.example.com")))
                .containsExactly("portal.kms.endpoint: a KMS on another machine needs https");
    }

    @Test
    @DisplayName("ENC-05 another master key is told by its name, with what to do")
    void tellsWhichKeyIsNeeded() {
        var right = new LocalKeys(master(1), List.of());
        var wrong = new LocalKeys(master(2), List.of());
        var refused =
                catchThrowableOfType(
                        KeyRefused.class,
                        () -> wrong.unwrap(right.current(), right.wrap(new byte[1], "x"), "x"));

        var told =
                new KeyRefusedAnalyzer()
                        .analyze(new BeanCreationException("platformKeys", "failed", refused));

        assertThat(told.getDescription())
                .contains("sealed under another master key", right.current())
                .doesNotContain(Base64.getEncoder().encodeToString(master(2).key()));
        assertThat(told.getAction()).contains("PORTAL_MASTER_KEY", "PORTAL_PREVIOUS_MASTER_KEYS");
    }

    private static List<String> unreachable(FakeKms service, String key) {
        return ExternalParts.mistakes(
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of(
                                                "portal.kms.key",
                                                key,
                                                "portal.kms.endpoint",
                                                service.endpoint(),
                                                "portal.kms.access-key",
                                                "id",
                                                "portal.kms.secret-key",
                                                "hidden")))
                        .bindOrCreate("portal", Bindable.of(PortalSettings.class)));
    }

    private static List<String> mistakes(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return catchThrowableOfType(InvalidSettings.class, () -> SettingsReader.read(environment))
                .mistakes();
    }

    private static Map<String, Object> with(Map<String, Object> of, String name, String value) {
        var all = new HashMap<>(of);
        all.put(name, value);
        return all;
    }

    private static MasterKey master(int filledWith) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) filledWith);
        return new MasterKey(key);
    }
}
