package za.co.spikedata.guard;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantId;

/** The bans of the whole installation; each is timed, has a reason and can be lifted. */
@Component
public class Bans {
    private static final Logger log = LoggerFactory.getLogger(Bans.class);

    /** The first ban of a network; each further one within a day lasts twice as long. */
    static final Duration FIRST = Duration.ofMinutes(15);

    static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final MeterRegistry meters;
    private final Clock clock;

    Bans(JdbcClient jdbc, Audit audit, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    /** The ban a client's network is under; the one that lasts longest. */
    public Optional<Ban> find(Network network) {
        return jdbc.sql(
                        """
                        select * from guard_ban
                        where network >>= :network::inet and until > :now and lifted_at is null
                        order by until desc limit 1
                        """)
                .param("network", network.toString())
                .param("now", now())
                .query(Bans::ban)
                .optional();
    }

    /** Those in force first, then the latest that ended. */
    public List<Ban> latest() {
        return jdbc.sql(
                        """
                        select * from guard_ban
                        order by (until > :now and lifted_at is null) desc, at desc limit :most
                        """)
                .param("now", now())
                .param("most", SHOWN)
                .query(Bans::ban)
                .list();
    }

    /** Bans a network on an operator's word; the console's trail tells. */
    public void add(
            TenantId console, String operator, Network network, Duration length, String note) {
        insert(network, Ban.Reason.OPERATOR, note, operator, length);
        audit.record(console, operator, "ban.added", network.toString());
    }

    /** Ends a ban on an operator's word; false when there is no such ban in force. */
    public boolean lift(TenantId console, String operator, UUID id) {
        var lifted =
                jdbc.sql(
                                """
                                update guard_ban set lifted_at = :now, lifted_by = :by
                                where id = :id and until > :now and lifted_at is null
                                returning *
                                """)
                        .param("now", now())
                        .param("by", operator)
                        .param("id", id)
                        .query(Bans::ban)
                        .optional();
        lifted.ifPresent(ban -> {
            forgive(ban);
            audit.record(console, operator, "ban.lifted", ban.network());
        });
        return lifted.isPresent();
    }

    /** What led to the ban is forgotten with it, or the next slip would ban again. */
    private void forgive(Ban ban) {
        jdbc.sql("delete from guard_offence where network::inet <<= :network::inet")
                .param("network", ban.network())
                .update();
        jdbc.sql("delete from guard_bucket where key = :key")
                .param("key", Allowance.REFUSALS.of(ban.network()).key())
                .update();
    }

    /** Bans a network for what it did on a tenant's host, unless it is banned already. */
    void add(TenantId tenant, Network network, Ban.Reason reason) {
        if (find(network).isPresent()) {
            return;
        }
        long before =
                jdbc.sql(
                                """
                                select count(*) from guard_ban
                                where network = :network::cidr and at > :since
                                    and reason <> 'OPERATOR'
                                """)
                        .param("network", network.toString())
                        .param("since", now().minus(LONGEST))
                        .query(Long.class)
                        .single();
        var length = FIRST.multipliedBy(1L << Math.min(before, Short.SIZE));
        insert(network, reason, "", "guard", length.compareTo(LONGEST) > 0 ? LONGEST : length);
        audit.record(tenant, "guard", "address.banned." + reason, network.toString());
        meters.counter("portal.guard.bans", "reason", reason.name()).increment();
        log.warn("Banned a network for {}", reason);
    }

    private void insert(
            Network network, Ban.Reason reason, String note, String by, Duration length) {
        var now = now();
        jdbc.sql(
                        """
                        insert into guard_ban (id, network, reason, note, added_by, at, until)
                        values (:id, :network::cidr, :reason, :note, :by, :now, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("network", network.toString())
                .param("reason", reason.name())
                .param("note", note)
                .param("by", by)
                .param("now", now)
                .param("until", now.plus(length))
                .update();
    }

    int forgetOld() {
        return jdbc.sql("delete from guard_ban where until < :before")
                .param("before", now().minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Ban ban(ResultSet row, int number) throws SQLException {
        return new Ban(
                row.getObject("id", UUID.class),
                Network.parse(row.getString("network")).orElseThrow().toString(),
                Ban.Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("added_by"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("lifted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
