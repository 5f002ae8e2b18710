package za.co.spikedata.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The audit trail of each tenant: lines are only ever added, each carries the hash of the last. */
@Component
public class Audit {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);

    private final JdbcClient jdbc;
    private final EventTable events;
    private final TenantDatabase database;
    private final Chain chain;
    private final Clock clock;

    Audit(JdbcClient jdbc, EventTable events, TenantDatabase database, Chain chain, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.database = database;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Adds one line in the caller's transaction, or in one of its own; address and request are
     * those of the thread's {@link Origin}. The line is written when all else is: whoever holds the
     * trail waits for nothing, so no two transactions wait for each other over it.
     *
     * @param actor id of the person, or the name of the part of the system that acted
     * @param action such as {@code statement.uploaded}
     * @param subject id of what was acted upon; never personal content
     */
    public void record(TenantId tenant, String actor, String action, String subject) {
        record(tenant, actor, action, List.of(subject));
    }

    /** Adds one line for each of these, in their order, with one turn at the trail. */
    public void record(TenantId tenant, String actor, String action, List<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        var told = List.copyOf(subjects);
        var origin = Origin.current();
        database.last(tenant, () -> append(tenant, origin, actor, action, told));
    }

    private void append(
            TenantId tenant, Origin origin, String actor, String action, List<String> subjects) {
        lock(tenant);
        var before = end(tenant);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lines = new ArrayList<Event>();
        long seq = before.seq();
        var hash = before.hash();
        for (var subject : subjects) {
            var line =
                    new Event(
                            ++seq,
                            at,
                            actor,
                            action,
                            subject,
                            origin.address(),
                            origin.requestId(),
                            hash,
                            "");
            hash = chain.hash(tenant, line);
            lines.add(line.with(hash));
        }
        events.insert(tenant, lines, chain.head(tenant, seq, hash));
    }

    /** One at a time for each tenant, on all nodes, until the transaction ends. */
    private void lock(TenantId tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit:' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((row, _) -> 1)
                .single();
    }

    /** The head, not the last line: lines cut off the end leave a gap that is found. */
    private Head end(TenantId tenant) {
        return events.head(tenant)
                .orElseGet(() ->
                        events.last(tenant)
                                .map(last -> {
                                    log.error("The trail of {} has lost its head", tenant);
                                    return new Head(last.seq(), last.hash(), "");
                                })
                                .orElse(new Head(0, Chain.GENESIS, "")));
    }
}
