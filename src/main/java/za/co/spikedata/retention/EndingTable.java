package za.co.spikedata.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Which tenants a console's operators ended; the rows are the console's. */
@Repository
class EndingTable {
    private static final String SELECT =
            """
            select id, ended, name, sealed_reason, asked_by, begun_at,
                coalesce(receipt, '') as receipt
            from retention_ending where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final EndingReasons reasons;

    EndingTable(JdbcClient jdbc, TenantDatabase database, EndingReasons reasons) {
        this.jdbc = jdbc;
        this.database = database;
        this.reasons = reasons;
    }

    /** False when it was ordered before. */
    boolean insert(TenantId console, Ending ending) {
        var reason = reasons.sealed(console, ending.id(), ending.reason());
        return database.call(
                        console,
                        () ->
                                jdbc.sql(
                                                """
                                                insert into retention_ending (tenant_id, id, ended,
                                                    name, sealed_reason, asked_by, begun_at)
                                                values (:tenant, :id, :ended, :name, :reason, :by,
                                                    :begun)
                                                on conflict do nothing
                                                """)
                                        .param("tenant", console.value())
                                        .param("id", ending.id())
                                        .param("ended", ending.tenant().value())
                                        .param("name", ending.name())
                                        .param("reason", reason)
                                        .param("by", ending.by())
                                        .param("begun", utc(ending.begun()))
                                        .update())
                == 1;
    }

    /** The newest first. */
    List<Ending> all(TenantId console) {
        return database.call(
                console,
                () ->
                        jdbc.sql(SELECT + " order by begun_at desc, id")
                                .param("tenant", console.value())
                                .query((row, _) -> ending(console, row))
                                .list());
    }

    /** Those that are not complete, or were completed only after this moment. */
    List<Ending> pending(TenantId console, Instant after) {
        return database.call(
                console,
                () ->
                        jdbc.sql(
                                        SELECT
                                                + " and (receipt is null or completed_at > :after)"
                                                + " order by begun_at, id")
                                .param("tenant", console.value())
                                .param("after", utc(after))
                                .query((row, _) -> ending(console, row))
                                .list());
    }

    Optional<Ending> find(TenantId console, UUID id) {
        return database.call(
                console,
                () ->
                        jdbc.sql(SELECT + " and id = :id")
                                .param("tenant", console.value())
                                .param("id", id)
                                .query((row, _) -> ending(console, row))
                                .optional());
    }

    /** Writes the receipt, once. */
    boolean complete(TenantId console, UUID id, String receipt, Instant now) {
        return database.call(
                        console,
                        () ->
                                jdbc.sql(
                                                """
                                                update retention_ending
                                                set receipt = :receipt, completed_at = :now
                                                where tenant_id = :tenant and id = :id
                                                    and receipt is null
                                                """)
                                        .param("tenant", console.value())
                                        .param("id", id)
                                        .param("receipt", receipt)
                                        .param("now", utc(now))
                                        .update())
                == 1;
    }

    /**
     * Makes an ending that was completed before a moment one that was completed now; its receipt
     * stays. False when there is none.
     */
    boolean takeUp(TenantId console, TenantId ended, Instant before, Instant now) {
        return database.call(
                        console,
                        () ->
                                jdbc.sql(
                                                """
                                                update retention_ending set completed_at = :now
                                                where tenant_id = :tenant and ended = :ended
                                                    and completed_at <= :before
                                                """)
                                        .param("tenant", console.value())
                                        .param("ended", ended.value())
                                        .param("before", utc(before))
                                        .param("now", utc(now))
                                        .update())
                == 1;
    }

    private Ending ending(TenantId console, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Ending(
                id,
                console,
                new TenantId(row.getString("ended")),
                row.getString("name"),
                reasons.unsealed(console, id, row.getBytes("sealed_reason")),
                row.getString("asked_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("receipt"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
