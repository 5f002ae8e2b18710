package za.co.spikedata.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

/** The endpoints of each tenant, and what their deliveries are signed with. */
@Repository
class EndpointTable {
    private static final String COLUMNS =
            """
            select id, name, sealed_url, events, state, origin, created_by, created_at,
                failing_since
            from webhooks_endpoint where tenant_id = :tenant
            """;

    /** Longer than the longest wait between two tries of one delivery. */
    static final Duration QUIET = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    EndpointTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * What an endpoint's deliveries are signed with, sealed.
     *
     * @param previous the one before, while it is still good
     */
    record Secrets(byte[] newest, Optional<byte[]> previous) {}

    void insert(TenantId tenant, Endpoint endpoint, byte[] sealedSecret) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into webhooks_endpoint (tenant_id, id, name,
                                            sealed_url, events, sealed_secret, state, origin,
                                            created_by, created_at)
                                        values (:tenant, :id, :name, :url, :events, :secret,
                                            :state, :origin, :by, :at)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", endpoint.id())
                                .param("name", endpoint.name())
                                .param("url", endpoint.sealedUrl())
                                .param("events", Event.text(endpoint.events()))
                                .param("secret", sealedSecret)
                                .param("state", endpoint.state().name())
                                .param("origin", endpoint.origin().name())
                                .param("by", endpoint.createdBy())
                                .param("at", at(endpoint.createdAt()))
                                .update());
    }

    List<Endpoint> all(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " order by created_at, id")
                                .param("tenant", tenant.value())
                                .query(EndpointTable::endpoint)
                                .list());
    }

    Optional<Endpoint> find(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and id = :id")
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query(EndpointTable::endpoint)
                                .optional());
    }

    Optional<Secrets> secrets(TenantId tenant, UUID id, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed_secret, case when previous_until > :now
                                            then sealed_previous end as sealed_previous
                                        from webhooks_endpoint
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("now", at(now))
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query((row, _) ->
                                        new Secrets(
                                                row.getBytes("sealed_secret"),
                                                Optional.ofNullable(
                                                        row.getBytes("sealed_previous"))))
                                .optional());
    }

    /**
     * The secret that is replaced stays good until then; or the one before it, as long as that is
     * good, since a secret that was replaced at once is known to nobody.
     */
    boolean rotate(TenantId tenant, UUID id, byte[] sealedSecret, Instant now, Instant until) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update webhooks_endpoint
                                                set sealed_previous = case
                                                        when previous_until > :now
                                                        then sealed_previous
                                                        else sealed_secret end,
                                                    previous_until = :until,
                                                    sealed_secret = :secret
                                                where tenant_id = :tenant and id = :id
                                                """)
                                        .param("now", at(now))
                                        .param("until", at(until))
                                        .param("secret", sealedSecret)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /**
     * False when it is so already, or the document names it no more; whatever failed before counts
     * no more.
     */
    boolean become(TenantId tenant, UUID id, Endpoint.State state) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update webhooks_endpoint
                                                set state = :state, failing_since = null
                                                where tenant_id = :tenant and id = :id
                                                    and state <> :state and origin <> 'LEFT'
                                                """)
                                        .param("state", state.name())
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /** False when it is paused, off already or gone. */
    boolean disable(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update webhooks_endpoint
                                                set state = 'DISABLED', failing_since = null
                                                where tenant_id = :tenant and id = :id
                                                    and state = 'ACTIVE'
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /** Keeps others from changing it until the caller's transaction ends; false when it is gone. */
    boolean lock(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id from webhooks_endpoint
                                        where tenant_id = :tenant and id = :id for update
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query(UUID.class)
                                .optional()
                                .isPresent());
    }

    /** False when it is gone, or the document names it. */
    boolean delete(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                delete from webhooks_endpoint
                                                where tenant_id = :tenant and id = :id
                                                    and origin <> 'DOCUMENT'
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    void reached(TenantId tenant, UUID id) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update webhooks_endpoint set failing_since = null
                                        where tenant_id = :tenant and id = :id
                                            and failing_since is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .update());
    }

    /**
     * Since when nothing got there; empty when the endpoint is gone. A miss long after the last one
     * is the first of its own, whatever was between.
     */
    Optional<Instant> missed(TenantId tenant, UUID id, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update webhooks_endpoint
                                        set missed_at = :now, failing_since = case
                                            when missed_at > :quiet
                                            then coalesce(failing_since, :now) else :now end
                                        where tenant_id = :tenant and id = :id
                                        returning failing_since
                                        """)
                                .param("now", at(now))
                                .param("quiet", at(now.minus(QUIET)))
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant));
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime failing = row.getObject("failing_since", OffsetDateTime.class);
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBytes("sealed_url"),
                Event.parse(row.getString("events")),
                Endpoint.State.valueOf(row.getString("state")),
                Endpoint.Origin.valueOf(row.getString("origin")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(failing).map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
