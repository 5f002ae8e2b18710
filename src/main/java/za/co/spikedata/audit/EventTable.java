package za.co.spikedata.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * Adds lines and moves the head to the last, in one statement.
     *
     * @param lines without a gap, of one actor, action, origin and moment
     */
    void insert(TenantId tenant, List<Event> lines, Head head) {
        var first = lines.getFirst();
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
                        select :tenant, :first + line.place - 1, :at, :actor, :action,
                            line.subject, :address, :request, line.previous, line.hash
                        from unnest(:subjects::text[], :previous::text[], :hashes::text[])
                            with ordinality as line (subject, previous, hash, place)
                        """)
                .param("tenant", tenant.value())
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("seal", head.seal())
                .param("first", first.seq())
                .param("at", first.at().atOffset(ZoneOffset.UTC))
                .param("actor", first.actor())
                .param("action", first.action())
                .param("address", first.address())
                .param("request", first.requestId())
                .param("subjects", all(lines, Event::subject))
                .param("previous", all(lines, Event::previousHash))
                .param("hashes", all(lines, Event::hash))
                .update();
    }

    private static String[] all(List<Event> lines, Function<Event, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
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
