package za.co.spikedata.identity;

import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How many people a tenant has. */
@Repository
class PeopleTally implements Tally {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    PeopleTally(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public Map<Figure, Long> of(TenantId tenant, Instant now) {
        return database.call(
                tenant,
                () ->
                        Map.of(
                                Figure.PEOPLE,
                                jdbc.sql(
                                                """
                                                select count(*) from identity_person
                                                where tenant_id = :tenant
                                                """)
                                        .param("tenant", tenant.value())
                                        .query(Long.class)
                                        .single()));
    }
}
