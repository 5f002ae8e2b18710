package za.co.spikedata.domains;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Hosts by the tenant that claims them. */
@Repository
class ClaimTable {
    private static final RowMapper<Claim> ROW =
            (row, _) ->
                    new Claim(
                            row.getString("host"),
                            row.getString("token"),
                            row.getString("claimed_by"),
                            row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                            instant(row.getObject("proven_at", OffsetDateTime.class)),
                            instant(row.getObject("certificate_until", OffsetDateTime.class)),
                            row.getBoolean("issued"),
                            row.getInt("misses"),
                            Optional.ofNullable(row.getString("order_fault"))
                                    .map(Authority.Fault::valueOf));

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    ClaimTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * A certificate as it is kept.
     *
     * @param chain PEM, the host's own first
     */
    record Kept(String chain, byte[] sealedKey, Instant until) {}

    List<Claim> of(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select host, token, claimed_by, claimed_at, proven_at,
                                            certificate_until, issued, misses, order_fault
                                        from domain_claim where tenant_id = :tenant order by host
                                        """)
                                .param("tenant", tenant.value())
                                .query(ROW)
                                .list());
    }

    Optional<Claim> find(TenantId tenant, String host) {
        return of(tenant).stream().filter(claim -> claim.host().equals(host)).findFirst();
    }

    /** Whether it was not claimed before; a second claim leaves the first as it is. */
    boolean insert(TenantId tenant, Claim claim) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                insert into domain_claim
                                                    (tenant_id, host, token, claimed_by, claimed_at)
                                                values (:tenant, :host, :token, :by, :at)
                                                on conflict do nothing
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", claim.host())
                                        .param("token", claim.token())
                                        .param("by", claim.by())
                                        .param("at", claim.claimedAt().atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    /**
     * From now on it may be given a certificate; false when it is claimed no more.
     *
     * @param order when the authority is to be asked first
     */
    boolean prove(TenantId tenant, Claim claim, Instant now, Instant order) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update domain_claim
                                                set proven_at = coalesce(proven_at, :now),
                                                    order_after = case when proven_at is null
                                                        then :order else order_after end
                                                where tenant_id = :tenant and host = :host
                                                    and token = :token
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", claim.host())
                                        .param("token", claim.token())
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .param("order", order.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    /** Whether it was there; its certificate goes with it. */
    boolean delete(TenantId tenant, String host) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                delete from domain_claim
                                                where tenant_id = :tenant and host = :host
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", host)
                                        .update())
                == 1;
    }

    /**
     * Keeps what was issued only where the authority is still asked: a certificate that was brought
     * while an order was under way stays.
     *
     * @param orderAfter when the authority is to be asked for the next; empty: never
     */
    boolean keep(TenantId tenant, String host, Kept certificate, Optional<Instant> orderAfter) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update domain_claim
                                                set chain = :chain, sealed_key = :key,
                                                    certificate_until = :until,
                                                    issued = :issued, order_after = :after,
                                                    order_fault = null, challenge = null,
                                                    challenge_answer = null, warned_days = null
                                                where tenant_id = :tenant and host = :host
                                                    and (not :issued or order_after is not null)
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", host)
                                        .param("chain", certificate.chain())
                                        .param("key", certificate.sealedKey())
                                        .param(
                                                "until",
                                                certificate.until().atOffset(ZoneOffset.UTC))
                                        .param("issued", orderAfter.isPresent())
                                        .param(
                                                "after",
                                                orderAfter
                                                        .map(time -> time.atOffset(ZoneOffset.UTC))
                                                        .orElse(null))
                                        .update())
                == 1;
    }

    /** Whether its administrators were not told so near to its end yet. */
    boolean warn(TenantId tenant, String host, int days) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update domain_claim set warned_days = :days
                                                where tenant_id = :tenant and host = :host
                                                    and coalesce(warned_days, :days + 1) > :days
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", host)
                                        .param("days", days)
                                        .update())
                == 1;
    }

    /** What tells a certificate from the next, without its key; empty: there is none. */
    Optional<String> fingerprint(TenantId tenant, String host) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select encode(sha256(convert_to(chain, 'UTF8')), 'hex')
                                        from domain_claim
                                        where tenant_id = :tenant and host = :host
                                            and proven_at is not null and chain is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .query(String.class)
                                .optional());
    }

    Optional<Kept> certificate(TenantId tenant, String host) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select chain, sealed_key, certificate_until
                                        from domain_claim
                                        where tenant_id = :tenant and host = :host
                                            and proven_at is not null and chain is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .query((row, _) ->
                                        new Kept(
                                                row.getString("chain"),
                                                row.getBytes("sealed_key"),
                                                row.getObject(
                                                                "certificate_until",
                                                                OffsetDateTime.class)
                                                        .toInstant()))
                                .optional());
    }

    /** A host for which the authority is to be asked now, and by no other caller until then. */
    Optional<String> takeDue(TenantId tenant, Instant now, Instant until) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim
                                        set order_after = :until, order_fault = null
                                        where tenant_id = :tenant and host = (
                                            select host from domain_claim
                                            where tenant_id = :tenant and order_after <= :now
                                                and proven_at is not null
                                            order by order_after limit 1
                                            for update skip locked)
                                        returning host
                                        """)
                                .param("tenant", tenant.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .query(String.class)
                                .optional());
    }

    /** Whether the authority is asked for this host at all. */
    boolean askNow(TenantId tenant, String host, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update domain_claim
                                                set order_after = :now, order_fault = null
                                                where tenant_id = :tenant and host = :host
                                                    and proven_at is not null
                                                    and order_after is not null
                                                    and order_fault is not null
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", host)
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    void publish(TenantId tenant, String host, Authority.Challenge challenge) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim
                                        set challenge = :token, challenge_answer = :answer
                                        where tenant_id = :tenant and host = :host
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .param("token", challenge.token())
                                .param("answer", challenge.answer())
                                .update());
    }

    Optional<String> answer(TenantId tenant, String host, String token) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select challenge_answer from domain_claim
                                        where tenant_id = :tenant and host = :host
                                            and challenge = :token
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .param("token", token)
                                .query(String.class)
                                .optional());
    }

    void fail(TenantId tenant, String host, Authority.Fault fault) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim
                                        set order_fault = :fault, challenge = null,
                                            challenge_answer = null
                                        where tenant_id = :tenant and host = :host
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .param("fault", fault.name())
                                .update());
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
