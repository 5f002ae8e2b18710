package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.StorelessVault;

@PortalTest
class KeptItemsTest {
    private static final TenantId SPIKE = new TenantId("spike");

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
