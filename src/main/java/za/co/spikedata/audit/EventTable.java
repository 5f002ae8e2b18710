package za.co.spikedata.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantId;

/** The lines of the trails; callers hold a transaction of the tenant. */
@Repository
class EventTable {
    private static final String ASKED =
            """
            where tenant_id = :tenant
                and (:action::text is null or action = :action)
                and (:person::text is null or actor = :person or subject = :person)
                and (:since::timestamptz is null or at >= :since)
                and (:until::timestamptz is null or at < :until)
            """;

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the line and moves the head to it, in one statement. */
    void insert(TenantId tenant, Event event, Head head) {
        jdbc.sql(
                        """
                        with head as (
                            insert into audit_head (tenant_id, seq, hash, seal)
                            values (:tenant, :seq, :hash, :seal)
                            on conflict (tenant_id) do update
                            set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal)
                        insert into audit_event
                            (tenant_id, seq, at, actor, action, subject, address, request_id,
                             previous_hash, hash)
                        values (:tenant, :seq, :at, :actor, :action, :subject, :address, :request,
                             :previous, :hash)
                        """)
                .param("tenant", tenant.value())
                .param("seq", event.seq())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("action", event.action())
                .param("subject", event.subject())
                .param("address", event.address())
                .param("request", event.requestId())
                .param("previous", event.previousHash())
                .param("hash", event.hash())
                .param("seal", head.seal())
                .update();
    }

    Optional<Head> head(TenantId tenant) {
        return jdbc.sql("select seq, hash, seal from audit_head where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, _) ->
                        new Head(row.getLong("seq"), row.getString("hash"), row.getString("seal")))
                .optional();
    }

    Optional<Event> last(TenantId tenant) {
        return jdbc.sql(
                        """
                        select * from audit_event where tenant_id = :tenant
                        order by seq desc limit 1
                        """)
                .param("tenant", tenant.value())
                .query(EventTable::event)
                .optional();
    }

    Optional<Event> find(TenantId tenant, long seq) {
        return jdbc.sql("select * from audit_event where tenant_id = :tenant and seq = :seq")
                .param("tenant", tenant.value())
                .param("seq", seq)
                .query(EventTable::event)
                .optional();
    }

    /** The next lines in their order. */
    List<Event> after(TenantId tenant, long seq, long last, int most) {
        return jdbc.sql(
                        """
                        select * from audit_event
                        where tenant_id = :tenant and seq > :seq and seq <= :last
                        order by seq limit :most
                        """)
                .param("tenant", tenant.value())
                .param("seq", seq)
                .param("last", last)
                .param("most", most)
                .query(EventTable::event)
                .list();
    }

    /** The newest lines that were asked for, below a place in the trail. */
    List<Event> newest(TenantId tenant, Asked asked, long below, int skip, int most) {
        return bind(
                        jdbc.sql(
                                "select * from audit_event "
                                        + ASKED
                                        + " and seq < :below order by seq desc limit :most"
                                        + " offset :skip"),
                        tenant,
                        asked)
                .param("below", below)
                .param("most", most)
                .param("skip", skip)
                .query(EventTable::event)
                .list();
    }

    int count(TenantId tenant, Asked asked) {
        return bind(jdbc.sql("select count(*) from audit_event " + ASKED), tenant, asked)
                .query(Integer.class)
                .single();
    }

    List<String> actions(TenantId tenant) {
        return jdbc.sql(
                        """
                        select distinct action from audit_event where tenant_id = :tenant
                        order by action
                        """)
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, TenantId tenant, Asked asked) {
        return sql.param("tenant", tenant.value())
                .param("action", asked.action().orElse(null))
                .param("person", asked.person().orElse(null))
                .param("since", offset(asked.since()))
                .param("until", offset(asked.until()));
    }

    private static @Nullable OffsetDateTime offset(Optional<java.time.Instant> time) {
        return time.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
