package za.co.spikedata.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.Unsealable;

/** Legal holds; a lifted one stays, so that it can be told who held what and when. */
@Repository
class HoldTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    /** For a reason that does not open. */
    private static final String UNREADABLE = "?";

    private final HoldReasons reasons;

    HoldTable(JdbcClient jdbc, TenantDatabase database, HoldReasons reasons) {
        this.jdbc = jdbc;
        this.database = database;
        this.reasons = reasons;
    }

    void insert(TenantId tenant, UUID id, @Nullable UUID owner, String reason, String by) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into retention_hold
                                            (tenant_id, id, owner_id, sealed_reason, placed_by)
                                        values (:tenant, :id, :owner, :reason, :by)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("owner", owner)
                                .param("reason", reasons.sealed(tenant, id, reason))
                                .param("by", by)
                                .update());
    }

    /**
     * @param how the function that locks, for all or alone, until the transaction ends
     */
    void lock(TenantId tenant, String how) {
        jdbc.sql("select " + how + "(hashtextextended(:name, 0))")
                .param("name", "holds of " + tenant.value())
                .query((_, _) -> 1)
                .single();
    }

    boolean lift(TenantId tenant, UUID id, String by) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update retention_hold
                                                set lifted_at = now(), lifted_by = :by
                                                where tenant_id = :tenant and id = :id
                                                    and lifted_at is null
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("by", by)
                                        .update())
                == 1;
    }

    List<Hold> standing(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id, owner_id, sealed_reason, placed_by, placed_at
                                        from retention_hold
                                        where tenant_id = :tenant and lifted_at is null
                                        order by placed_at desc
                                        """)
                                .param("tenant", tenant.value())
                                .query((row, _) -> hold(tenant, row))
                                .list());
    }

    /**
     * When somebody's things were held, or everybody's with them; the newest first.
     *
     * @param since when there were any: what held everybody's before did not hold theirs
     */
    List<Span> of(TenantId tenant, UUID owner, Instant since) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select placed_at, lifted_at from retention_hold
                                        where tenant_id = :tenant
                                            and (owner_id = :owner or owner_id is null
                                                and (lifted_at is null or lifted_at > :since))
                                        order by placed_at desc
                                        """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("since", since.atOffset(ZoneOffset.UTC))
                                .query((row, _) ->
                                        new Span(
                                                moment(row, "placed_at").orElseThrow(),
                                                moment(row, "lifted_at")))
                                .list());
    }

    record Span(Instant placed, Optional<Instant> lifted) {}

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Whose things may not be deleted now; empty: everybody's. */
    List<Optional<UUID>> owners(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select distinct owner_id from retention_hold
                                        where tenant_id = :tenant and lifted_at is null
                                        """)
                                .param("tenant", tenant.value())
                                .query((row, _) ->
                                        Optional.ofNullable(row.getObject(1, UUID.class)))
                                .list());
    }

    private Hold hold(TenantId tenant, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Hold(
                id,
                Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                reason(tenant, id, row.getBytes("sealed_reason")),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }

    /** One that was changed must not keep the hold from being seen and lifted. */
    private String reason(TenantId tenant, UUID id, byte[] sealed) {
        try {
            return reasons.unsealed(tenant, id, sealed);
        } catch (Unsealable | KeyRefused broken) {
            return UNREADABLE;
        }
    }
}
