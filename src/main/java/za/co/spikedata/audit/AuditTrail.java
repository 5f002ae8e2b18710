package za.co.spikedata.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Looks into the trails: to show them, and to find out whether they are whole. */
@Component
public class AuditTrail {
    private static final int BATCH = 5_000;
    private static final int MOST_FINDINGS = 100;

    private final EventTable events;
    private final Anchors anchors;
    private final TenantDatabase database;
    private final JdbcClient jdbc;
    private final Chain chain;
    private final Clock clock;

    AuditTrail(
            EventTable events,
            Anchors anchors,
            TenantDatabase database,
            JdbcClient jdbc,
            Chain chain,
            Clock clock) {
        this.events = events;
        this.anchors = anchors;
        this.database = database;
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
    }

    /** What was found when, the last time. */
    public record LastVerification(java.time.Instant at, long events, int findings) {}

    public int count(TenantId tenant, Asked asked) {
        return database.call(tenant, () -> events.count(tenant, asked));
    }

    /** The newest first. */
    public List<Event> newest(TenantId tenant, Asked asked, int skip, int most) {
        return newest(tenant, asked, Long.MAX_VALUE, skip, most);
    }

    /** Those below a place in the trail, the newest first; for reading all of it in batches. */
    public List<Event> below(TenantId tenant, Asked asked, long seq, int most) {
        return newest(tenant, asked, seq, 0, most);
    }

    private List<Event> newest(TenantId tenant, Asked asked, long below, int skip, int most) {
        return database.call(tenant, () -> events.newest(tenant, asked, below, skip, most));
    }

    /** Every action the trail knows, in order. */
    public List<String> actions(TenantId tenant) {
        return database.call(tenant, () -> events.actions(tenant));
    }

    /** Looks through the whole trail and writes down what came of it. */
    public Verification verify(TenantId tenant) {
        var findings = new ArrayList<Finding>();
        long count = 0;
        var head = database.call(tenant, () -> events.head(tenant));
        var end = head.orElse(new Head(0, Chain.GENESIS, ""));
        long seq = 0;
        var previous = Chain.GENESIS;
        for (var batch = batch(tenant, seq, end);
                !batch.isEmpty() && findings.size() < MOST_FINDINGS;
                batch = batch(tenant, seq, end)) {
            for (var event : batch) {
                if (event.seq() != seq + 1) {
                    findings.add(new Finding(Finding.Kind.MISSING, seq + 1));
                } else if (!event.previousHash().equals(previous)) {
                    findings.add(new Finding(Finding.Kind.UNLINKED, event.seq()));
                }
                if (!chain.hash(tenant, event).equals(event.hash())) {
                    findings.add(new Finding(Finding.Kind.CHANGED, event.seq()));
                }
                seq = event.seq();
                previous = event.hash();
                count++;
            }
        }
        ending(tenant, head, seq, previous, findings);
        var kept = anchors.find(tenant);
        kept.filter(anchor -> !anchors.agrees(tenant, anchor))
                .ifPresent(anchor ->
                        findings.add(new Finding(Finding.Kind.NOT_AS_ANCHORED, anchor.seq())));
        var verification =
                new Verification(
                        clock.instant(),
                        count,
                        kept.map(Head::seq).map(OptionalLong::of).orElse(OptionalLong.empty()),
                        findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
        database.run(tenant, () -> write(tenant, verification));
        return verification;
    }

    private List<Event> batch(TenantId tenant, long seq, Head end) {
        return database.call(tenant, () -> events.after(tenant, seq, end.seq(), BATCH));
    }

    /** Lines may be added meanwhile, but each moves the head: the last is read before the head. */
    private void ending(
            TenantId tenant, Optional<Head> head, long seq, String hash, List<Finding> findings) {
        if (findings.size() < MOST_FINDINGS) {
            if (head.isPresent() && seq < head.get().seq()) {
                findings.add(new Finding(Finding.Kind.MISSING, seq + 1));
            } else if (head.isPresent() && !hash.equals(head.get().hash())) {
                findings.add(new Finding(Finding.Kind.CHANGED, seq));
            }
        }
        var last = database.call(tenant, () -> events.last(tenant)).map(Event::seq).orElse(0L);
        var now = database.call(tenant, () -> events.head(tenant));
        boolean isHeadWrong =
                now.map(each -> !chain.isOurs(tenant, each)).orElse(last > 0 || head.isPresent());
        if (isHeadWrong) {
            findings.add(new Finding(Finding.Kind.HEAD_FORGED, last));
        } else if (last > now.map(Head::seq).orElse(0L)) {
            findings.add(new Finding(Finding.Kind.BEYOND_HEAD, last));
        }
    }

    private void write(TenantId tenant, Verification verification) {
        jdbc.sql(
                        """
                        insert into audit_verification (tenant_id, at, events, findings)
                        values (:tenant, :at, :events, :findings)
                        on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .param("at", verification.at().atOffset(ZoneOffset.UTC))
                .param("events", verification.events())
                .param("findings", verification.findings().size())
                .update();
    }

    /** What the last verification found, whichever node it ran on. */
    public Optional<LastVerification> lastVerification(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select at, events, findings from audit_verification
                                        where tenant_id = :tenant order by at desc limit 1
                                        """)
                                .param("tenant", tenant.value())
                                .query((row, _) ->
                                        new LastVerification(
                                                row.getObject("at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getLong("events"),
                                                row.getInt("findings")))
                                .optional());
    }
}
