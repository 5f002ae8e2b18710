package za.co.spikedata.domains;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How many of a tenant's own hosts need somebody to look after them. */
@Repository
class HostTally implements Tally {
    /** One that an authority issues is renewed long before. */
    private static final Duration SOON = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    HostTally(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public Map<Figure, Long> of(TenantId tenant, Instant now) {
        return database.call(
                tenant,
                () ->
                        Map.of(
                                Figure.HOSTS_TROUBLED,
                                jdbc.sql(
                                                """
                                                select count(*) from domain_claim
                                                where tenant_id = :tenant
                                                    and proven_at is not null
                                                    and (misses >= :misses
                                                        or order_fault is not null
                                                        or certificate_until < :soon)
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("misses", Claim.MISSES)
                                        .param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC))
                                        .query(Long.class)
                                        .single()));
    }
}
