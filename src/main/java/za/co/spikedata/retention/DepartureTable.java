package za.co.spikedata.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Whose account is over. */
@Repository
class DepartureTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    DepartureTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * @param isNoted whether the store knows of it
     */
    record Row(UUID owner, Instant begun, boolean isNoted) {}

    void insert(TenantId tenant, UUID owner, Instant begun) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into retention_departure
                                            (tenant_id, owner_id, begun_at)
                                        values (:tenant, :owner, :begun) on conflict do nothing
                                        """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("begun", begun.atOffset(ZoneOffset.UTC))
                                .update());
    }

    List<Row> all(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select owner_id, begun_at, noted from retention_departure
                                        where tenant_id = :tenant order by begun_at, owner_id
                                        """)
                                .param("tenant", tenant.value())
                                .query((row, _) ->
                                        new Row(
                                                row.getObject("owner_id", UUID.class),
                                                row.getObject("begun_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getBoolean("noted")))
                                .list());
    }

    void noted(TenantId tenant, UUID owner) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update retention_departure set noted = true
                                        where tenant_id = :tenant and owner_id = :owner
                                        """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .update());
    }

    void delete(TenantId tenant, UUID owner) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from retention_departure
                                        where tenant_id = :tenant and owner_id = :owner
                                        """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .update());
    }
}
