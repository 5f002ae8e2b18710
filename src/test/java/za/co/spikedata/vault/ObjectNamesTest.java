package za.co.spikedata.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class ObjectNamesTest {
    private static final TenantId MINE = new TenantId("spike");
    private static final TenantId THEIRS = new TenantId("acme");
    private static final int NAMES = 10_000;

    /** How far the ones of one bit may stray among so many names: five standard deviations. */
    private static final double MOST_ASTRAY = 5 * Math.sqrt(NAMES) / 2;

    @Autowired private Vault vault;
    @Autowired private VaultTable table;
    @Autowired private TenantDatabase database;
    @Autowired private S3Client s3;
    @Autowired private VaultSettings settings;

    @Test
    @DisplayName("TEN-12 ten thousand object names: 256 bits, no repeats, no bit that leans")
    void areDrawnAtRandom() {
        var seen = new HashSet<String>();
        var ones = new int[256];
        for (int i = 0; i < NAMES; i++) {
            var name = vault.newName();
            assertThat(name).matches("[0-9a-f]{64}");
            assertThat(seen.add(name)).isTrue();
            var bytes = HexFormat.of().parseHex(name);
            for (int bit = 0; bit < ones.length; bit++) {
                ones[bit] += bytes[bit / 8] >> (bit % 8) & 1;
            }
        }

        for (var count : ones) {
            assertThat((double) count).isBetween(NAMES / 2 - MOST_ASTRAY, NAMES / 2 + MOST_ASTRAY);
        }
    }

    @Test
    @DisplayName("TEN-11 the store lists and gives nothing without its keys")
    void areWorthNothingToStrangers() throws Exception {
        var kept = kept();
        var store = s3.serviceClientConfiguration().endpointOverride().orElseThrow();
        var name = database.call(MINE, () -> table.find(MINE, kept)).orElseThrow().object();

        try (var stranger = HttpClient.newHttpClient()) {
            for (var path : new String[] {"", "/" + name.orElseThrow(), "?list-type=2"}) {
                var asked = URI.create(store + "/" + settings.bucket() + path);
                var request = HttpRequest.newBuilder(asked).build();
                assertThat(
                                stranger.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName("TEN-11 another tenant opens nothing, though it knows what a document is called")
    void openForTheirTenantAlone() throws Exception {
        var kept = kept();

        assertThat(vault.open(MINE, kept)).isPresent();
        assertThat(vault.open(THEIRS, kept)).isEmpty();
        assertThat(vault.fields(THEIRS, kept)).isEmpty();
    }

    private VaultId kept() throws Exception {
        var deposit = vault.put(MINE, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        vault.keep(MINE, deposit);
        return deposit.id();
    }
}
