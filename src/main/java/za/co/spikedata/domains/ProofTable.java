package za.co.spikedata.domains;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** What DNS says again of hosts that it proved before. */
@Repository
class ProofTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    ProofTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * A proven host that is to be looked up now, and by no other caller until then.
     *
     * @param proven before this, where it was not looked up again yet
     */
    Optional<String> takeDue(TenantId tenant, Instant now, Instant proven, Instant until) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim set look_after = :until
                                        where tenant_id = :tenant and host = (
                                            select host from domain_claim
                                            where tenant_id = :tenant and proven_at is not null
                                                and (look_after <= :now
                                                    or look_after is null and proven_at <= :proven)
                                            order by look_after nulls first, host limit 1
                                            for update skip locked)
                                        returning host
                                        """)
                                .param("tenant", tenant.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("proven", proven.atOffset(ZoneOffset.UTC))
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .query(String.class)
                                .optional());
    }

    /** DNS proves it as before; it is looked up again after that. */
    void hold(TenantId tenant, String host, Instant next) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim set misses = 0, look_after = :next
                                        where tenant_id = :tenant and host = :host
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .param("next", next.atOffset(ZoneOffset.UTC))
                                .update());
    }

    /** How often in a row DNS has not proved it, this time included. */
    int miss(TenantId tenant, String host) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update domain_claim set misses = misses + 1
                                        where tenant_id = :tenant and host = :host
                                        returning misses
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", host)
                                .query(Integer.class)
                                .optional()
                                .orElse(0));
    }
}
