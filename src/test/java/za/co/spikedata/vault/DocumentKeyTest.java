package za.co.spikedata.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import za.co.spikedata.tenancy.TenantId;

class DocumentKeyTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final byte[] TEXT =
            "Opening balance".repeat(9000).getBytes(StandardCharsets.UTF_8);

    private final VaultId id = VaultId.random();
    private final DocumentKey key = new DocumentKey(new byte[DocumentKey.BYTES], ACME, id);

    @Test
    void givesBackWhatItEncrypted() throws IOException {
        assertThat(decrypt(key, encrypt())).isEqualTo(TEXT);
        assertThat(key.unseal("name", key.seal("name", TEXT))).isEqualTo(TEXT);
    }

    @Test
    void showsNothingOfWhatItEncrypted() throws IOException {
        assertThat(new String(encrypt(), StandardCharsets.ISO_8859_1)).doesNotContain("balance");
    }

    @Test
    void refusesAChangedByte() throws IOException {
        var changed = encrypt();
        changed[changed.length / 2] ^= 1;

        assertThatThrownBy(() -> decrypt(key, changed)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAShortenedObject() throws IOException {
        var whole = encrypt();

        assertThatThrownBy(() -> decrypt(key, Arrays.copyOf(whole, whole.length - 65_536)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void opensOnlyForItsOwnTenantIdAndField() throws IOException {
        var other = new DocumentKey(key.bytes(), new TenantId("spike"), id);
        var object = encrypt();
        var name = key.seal("name", TEXT);

        assertThatThrownBy(() -> decrypt(other, object)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> other.unseal("name", name))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.unseal("reading", name))
                .isInstanceOf(IllegalStateException.class);
    }

    private byte[] encrypt() throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var output = key.encrypting(sealed)) {
            output.write(TEXT);
        }
        return sealed.toByteArray();
    }

    private static byte[] decrypt(DocumentKey key, byte[] sealed) throws IOException {
        return key.decrypting(new ByteArrayInputStream(sealed)).readAllBytes();
    }
}
