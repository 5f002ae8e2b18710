package za.co.spikedata.mail;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantId;

/** What became of every mail of the installation, across tenants; its words are elsewhere. */
@Repository
class DispatchLog {
    private static final String ASKED =
            """
             from mail_dispatch
            where (:tenant::text is null or tenant = :tenant)
                and (:state::text is null or state = :state)
                and (not :failing or fault is not null)
            """;

    private final JdbcClient jdbc;

    DispatchLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void wrote(TenantId tenant, UUID id, String kind, Instant now) {
        jdbc.sql(
                        """
                        insert into mail_dispatch (id, tenant, kind, written_at, next_at)
                        values (:id, :tenant, :kind, :now, :now)
                        """)
                .param("id", id)
                .param("tenant", tenant.value())
                .param("kind", kind)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void failed(UUID id, MailFault fault, Instant next) {
        jdbc.sql(
                        """
                        update mail_dispatch
                        set tries = tries + 1, fault = :fault, next_at = :next
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("fault", fault.name())
                .param("next", next.atOffset(UTC))
                .update();
    }

    /** What does not count as a fault of the mail's own. */
    void waits(UUID id, MailFault fault, Instant next) {
        jdbc.sql(
                        """
                        update mail_dispatch set fault = :fault, next_at = :next
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("fault", fault.name())
                .param("next", next.atOffset(UTC))
                .update();
    }

    void triesAt(UUID id, Instant next) {
        jdbc.sql("update mail_dispatch set next_at = :next where id = :id and state = 'WAITING'")
                .param("id", id)
                .param("next", next.atOffset(UTC))
                .update();
    }

    void ended(UUID id, Dispatch.State state, Instant now) {
        jdbc.sql(
                        """
                        update mail_dispatch set state = :state, ended_at = :now, next_at = null
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Dispatch> find(UUID id) {
        return jdbc.sql("select * from mail_dispatch where id = :id")
                .param("id", id)
                .query(DispatchLog::row)
                .optional();
    }

    /** The newest first. */
    List<Dispatch> newest(Dispatch.Asked asked, int from, int most) {
        return asked(
                        "select *"
                                + ASKED
                                + " order by written_at desc, id offset :from limit :most",
                        asked)
                .param("from", from)
                .param("most", most)
                .query(DispatchLog::row)
                .list();
    }

    /** The oldest of a tenant's mails that failed for one of these reasons and are not yet due. */
    List<Dispatch> failing(TenantId tenant, Set<MailFault> faults, Instant now, int most) {
        return jdbc.sql(
                        """
                        select * from mail_dispatch
                        where tenant = :tenant and state = 'WAITING' and fault in (:faults)
                            and next_at > :now
                        order by written_at, id limit :most
                        """)
                .param("tenant", tenant.value())
                .param("faults", faults.stream().map(Enum::name).toList())
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(DispatchLog::row)
                .list();
    }

    int count(Dispatch.Asked asked) {
        return asked("select count(*)" + ASKED, asked).query(Integer.class).single();
    }

    Dispatch.Counts counts() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'WAITING') as waiting,
                            count(*) filter (where state = 'WAITING' and fault is not null) as failing,
                            count(*) filter (where state = 'SENT') as sent,
                            count(*) filter (where state = 'GIVEN_UP') as given_up
                        from mail_dispatch
                        """)
                .query(Dispatch.Counts.class)
                .single();
    }

    /** How many of a tenant's mails fail yet, or were given up since then. */
    long troubled(TenantId tenant, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from mail_dispatch
                        where tenant = :tenant and (state = 'WAITING' and fault is not null
                            or state = 'GIVEN_UP' and ended_at >= :since)
                        """)
                .param("tenant", tenant.value())
                .param("since", since.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    void forgetBefore(Instant ended) {
        jdbc.sql("delete from mail_dispatch where ended_at < :ended")
                .param("ended", ended.atOffset(UTC))
                .update();
    }

    private JdbcClient.StatementSpec asked(String sql, Dispatch.Asked asked) {
        boolean isFailing = asked.show().filter(Dispatch.Show.FAILING::equals).isPresent();
        return jdbc.sql(sql)
                .param("tenant", asked.tenant().map(TenantId::value).orElse(null))
                .param("state", asked.show().map(DispatchLog::state).map(Enum::name).orElse(null))
                .param("failing", isFailing);
    }

    private static Dispatch.State state(Dispatch.Show show) {
        return switch (show) {
            case WAITING, FAILING -> Dispatch.State.WAITING;
            case SENT -> Dispatch.State.SENT;
            case GIVEN_UP -> Dispatch.State.GIVEN_UP;
        };
    }

    private static Dispatch row(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                new TenantId(row.getString("tenant")),
                row.getString("kind"),
                Dispatch.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("fault")).map(MailFault::valueOf),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
