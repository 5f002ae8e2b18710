package za.co.spikedata.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsException;

class KmsKeysTest {
    private static final byte[] KEY = "a tenant's key of 32 bytes it is".getBytes(UTF_8);
    private static final String ACME = "tenant\nacme";

    private FakeKms service;
    private KmsClient client;
    private String arn;

    @BeforeEach
    void start() throws IOException {
        service = FakeKms.start();
        client = service.client();
        arn = service.add(true);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void wrapsUnderTheTenantAsEncryptionContext() {
        var keys = keys(arn);

        var wrapped = keys.wrap(KEY, ACME);

        assertThat(service.contexts())
                .containsExactly(Map.of("purpose", "tenant", "tenant", "acme"));
        assertThat(new String(wrapped, UTF_8)).doesNotContain(new String(KEY, UTF_8));
        assertThat(keys.current()).isEqualTo("kms:" + arn);
        assertThat(keys.unwrap(keys.current(), wrapped, ACME)).isEqualTo(KEY);
    }

    @Test
    @DisplayName("ENC-03 what one tenant's key is wrapped in opens for no other, nor once changed")
    void opensForNoOther() {
        var keys = keys(arn);
        var wrapped = keys.wrap(KEY, ACME);

        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, "tenant\nspike"))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("InvalidCiphertextException");
        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, "search\nacme"))
                .isInstanceOf(KeyRefused.class);
        wrapped[wrapped.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, ACME))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    @DisplayName("ENC-04 a key of before opens what it wrapped until it is disabled")
    void opensWithAKeyOfBefore() {
        var before = keys(arn);
        var wrapped = before.wrap(KEY, ACME);
        var now = keys(service.add(true));

        assertThat(now.unwrap(before.current(), wrapped, ACME)).isEqualTo(KEY);
        assertThatThrownBy(() -> now.unwrap(now.current(), wrapped, ACME))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("IncorrectKeyException");

        service.disable(arn);
        assertThatThrownBy(() -> now.unwrap(before.current(), wrapped, ACME))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("DisabledException");
    }

    @Test
    void opensWhatAMasterKeyWrappedOnlyWithThatMasterKey() {
        var master = new LocalKeys(new MasterKey(new byte[MasterKey.BYTES]), List.of());
        var wrapped = master.wrap(KEY, ACME);

        assertThat(
                        new KmsKeys(client, arn, Optional.of(master))
                                .unwrap(master.current(), wrapped, ACME))
                .isEqualTo(KEY);
        assertThatThrownBy(() -> keys(arn).unwrap(master.current(), wrapped, ACME))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining(master.current());
    }

    @Test
    @DisplayName("ENC-05 a key that is missing or cannot encrypt is refused at once")
    void refusesAKeyThatCannotBeUsed() {
        assertThatThrownBy(() -> keys("arn:aws:kms:af-south-1:000000000000:key/none"))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("NotFoundException");
        var disabled = service.add(false);
        assertThatThrownBy(() -> keys(disabled)).isInstanceOf(KeyRefused.class);
    }

    @Test
    void tellsAnOutageAsOne() {
        var keys = keys(arn);
        var wrapped = keys.wrap(KEY, ACME);
        service.goAway();

        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, ACME))
                .isInstanceOf(KeysUnavailable.class)
                .hasCauseInstanceOf(KmsException.class);
        assertThatThrownBy(() -> keys.wrap(KEY, ACME)).isInstanceOf(KeysUnavailable.class);
    }

    private KmsKeys keys(String key) {
        return new KmsKeys(client, key, Optional.empty());
    }
}
