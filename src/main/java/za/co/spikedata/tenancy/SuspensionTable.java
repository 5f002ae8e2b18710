package za.co.spikedata.tenancy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tenants are suspended. */
@Repository
class SuspensionTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    SuspensionTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    Optional<String> reason(TenantId tenant) {
        return database.find(
                tenant,
                "select reason from tenancy_suspension where tenant_id = :tenant",
                new MapSqlParameterSource(),
                (row, _) -> row.getString("reason"));
    }

    /** Whether it was not suspended before. */
    boolean insert(TenantId tenant, String reason, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                insert into tenancy_suspension
                                                    (tenant_id, reason, since)
                                                values (:tenant, :reason, :now)
                                                on conflict (tenant_id) do nothing
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("reason", reason)
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    /** Whether it was suspended. */
    boolean delete(TenantId tenant) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql("delete from tenancy_suspension where tenant_id = :tenant")
                                        .param("tenant", tenant.value())
                                        .update())
                == 1;
    }
}
