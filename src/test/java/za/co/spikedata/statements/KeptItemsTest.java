package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Item;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeylessSecrets;
import za.co.spikedata.vault.StorelessVault;
import za.co.spikedata.vault.VaultId;

@PortalTest
class KeptItemsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HASH = "5e".repeat(32);

    @Autowired private ApplicationContext portal;
    @Autowired private SealedHashes hashes;

    @Test
    @DisplayName("DEL-04 an outage of the store is waited for once a minute, not once a batch")
    void asksOnceAMinuteWhileTheStoreIsAway() {
        var vault = new StorelessVault(portal);
        var clock = new Moving();
        var items = new KeptItems(vault, hashes, clock);

        for (int batch = 0; batch < 3; batch++) {
            assertThat(items.expiring(SPIKE, List.of(), _ -> List.of())).isEmpty();
        }
        assertThat(vault.asked()).isOne();

        clock.now = clock.now.plus(Duration.ofMinutes(2));
        items.expiring(SPIKE, List.of(), _ -> List.of());
        assertThat(vault.asked()).isEqualTo(2);
    }

    @Test
    @DisplayName("DEL-01 what a person asks for is told with its hash, whatever else met an outage")
    void asksForWhatAPersonAskedEachTime() {
        var vault = new StorelessVault(portal);
        var items = new KeptItems(vault, hashes, new Moving());

        items.expiring(SPIKE, List.of(), _ -> List.of());
        items.leaving(SPIKE, List.of(), _ -> List.of());
        assertThat(vault.asked()).as("though the store was away just now").isEqualTo(2);

        items.expiring(new TenantId("acme"), List.of(), _ -> List.of());
        assertThat(vault.asked()).as("for another tenant").isEqualTo(3);
    }

    @Test
    @DisplayName("DEL-01 what a person asks for goes though neither store nor key service answers")
    void leavesWithoutStoreAndKeys() {
        var document = taken();
        var away = new SealedHashes(new KeylessSecrets(portal));

        assertThat(leaving(hashes, document)).extracting(Item::sha256).containsExactly(HASH);
        assertThat(leaving(away, document)).extracting(Item::sha256).containsExactly("");
    }

    private List<Item> leaving(SealedHashes read, Document document) {
        return new KeptItems(new StorelessVault(portal), read, new Moving())
                .leaving(SPIKE, List.of(document), _ -> List.of());
    }

    private Document taken() {
        var vault = new VaultId(UUID.randomUUID());
        return Document.taken(
                new PersonId(UUID.randomUUID()),
                UUID.randomUUID(),
                0,
                vault,
                new VaultId(UUID.randomUUID()),
                new byte[0],
                hashes.seal(SPIKE, vault, HASH),
                1,
                OffsetDateTime.parse("2026-07-01T10:00:00Z"));
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-07-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
