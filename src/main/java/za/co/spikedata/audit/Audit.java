package za.co.spikedata.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The audit trail of each tenant: rows are only ever added, each carries the hash of the last. */
@Component
public class Audit {
    private static final String GENESIS = "0".repeat(64);

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final Clock clock;

    Audit(JdbcClient jdbc, TenantDatabase database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds one line in the caller's transaction, or in one of its own.
     *
     * @param actor id of the person, or the name of the part of the system that acted
     * @param action such as {@code statement.uploaded}
     * @param subject id of what was acted upon; never personal content
     */
    public void record(TenantId tenant, String actor, String action, String subject) {
        database.run(tenant, () -> append(tenant, actor, action, subject));
    }

    private void append(TenantId tenant, String actor, String action, String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit:' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((row, _) -> 1)
                .single();
        var last =
                jdbc.sql(
                                """
                                select seq, hash from audit_event where tenant_id = :tenant
                                order by seq desc limit 1
                                """)
                        .param("tenant", tenant.value())
                        .query((row, _) -> new Link(row.getLong("seq"), row.getString("hash")))
                        .optional()
                        .orElse(new Link(0, GENESIS));
        var at = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        at = at.truncatedTo(ChronoUnit.MICROS);
        long seq = last.seq() + 1;
        jdbc.sql(
                        """
                        insert into audit_event
                            (tenant_id, seq, at, actor, action, subject, previous_hash, hash)
                        values (:tenant, :seq, :at, :actor, :action, :subject, :previous, :hash)
                        """)
                .param("tenant", tenant.value())
                .param("seq", seq)
                .param("at", at)
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("previous", last.hash())
                .param(
                        "hash",
                        hash(
                                last.hash(),
                                tenant.value(),
                                Long.toString(seq),
                                at.toString(),
                                actor,
                                action,
                                subject))
                .update();
    }

    /** Fields are length-prefixed, so that no two different rows hash the same text. */
    private static String hash(String... fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field : fields) {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256 in every Java", missing);
        }
    }

    private record Link(long seq, String hash) {}
}
