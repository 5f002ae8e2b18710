package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class LastUseTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private TenantDatabase database;

    private CredentialTable credentials;
    private TenantId tenant;
    private UUID id;

    @BeforeEach
    void aProgramIsKnown() {
        credentials = portal.getBean(CredentialTable.class);
        tenant = NewTenant.create(port, "last-use").id();
        id = new Holder(portal, tenant.value()).pair().credential().id();
    }

    @Test
    void isNotedWhateverItWasBefore() {
        credentials.used(tenant, id, NOON);
        credentials.used(tenant, id, NOON.plusSeconds(60));

        assertThat(lastUse()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void isNotWaitedForWhileAnotherRequestNotesIt() {
        database.run(
                tenant,
                () -> {
                    credentials.used(tenant, id, NOON);
                    var other =
                            CompletableFuture.runAsync(
                                    () -> credentials.used(tenant, id, NOON.plusSeconds(1)));
                    assertThat(other).succeedsWithin(30, TimeUnit.SECONDS);
                });

        assertThat(lastUse()).isEqualTo(NOON);
    }

    private Instant lastUse() {
        return credentials.find(tenant, id).flatMap(Credential::lastUsedAt).orElseThrow();
    }
}
