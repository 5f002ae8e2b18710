package za.co.spikedata.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The lines of each tenant's ledger. */
@Component
class LedgerTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    LedgerTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * One line.
     *
     * @param credential empty where the platform gave
     * @param fingerprint of the file and what was charged for; empty where nothing was charged
     * @param tenths of a credit, negative where it cost
     * @param balance after it
     */
    record Line(
            long seq,
            Instant at,
            Optional<UUID> credential,
            Optional<UUID> request,
            String code,
            Optional<byte[]> fingerprint,
            long tenths,
            long balance) {}

    /** Where a ledger ends. */
    record End(long seq, long balance) {}

    /** One at a time for each tenant, on all nodes, until the transaction ends. */
    void lock(TenantId tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('credits:' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((_, _) -> 1)
                .single();
    }

    Optional<End> end(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select seq, balance from api_ledger
                                        where tenant_id = :tenant order by seq desc limit 1
                                        """)
                                .param("tenant", tenant.value())
                                .query(End.class)
                                .optional());
    }

    /** What an answered request cost; empty for one that was not. */
    Optional<Long> tenths(TenantId tenant, UUID request) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select tenths from api_ledger
                                        where tenant_id = :tenant and request_id = :request
                                        """)
                                .param("tenant", tenant.value())
                                .param("request", request)
                                .query(Long.class)
                                .optional());
    }

    boolean isCharged(TenantId tenant, byte[] fingerprint) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select exists (select from api_ledger
                                        where tenant_id = :tenant and fingerprint = :fingerprint)
                                        """)
                                .param("tenant", tenant.value())
                                .param("fingerprint", fingerprint)
                                .query(Boolean.class)
                                .single());
    }

    void insert(TenantId tenant, Line line) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into api_ledger (tenant_id, seq, at, credential_id,
                                            request_id, code, fingerprint, tenths, balance)
                                        values (:tenant, :seq, :at, :credential, :request, :code,
                                            :fingerprint, :tenths, :balance)
                                        """)
                                .param("tenant", tenant.value())
                                .param("seq", line.seq())
                                .param("at", line.at().atOffset(ZoneOffset.UTC))
                                .param("credential", line.credential().orElse(null))
                                .param("request", line.request().orElse(null))
                                .param("code", line.code())
                                .param("fingerprint", line.fingerprint().orElse(null))
                                .param("tenths", line.tenths())
                                .param("balance", line.balance())
                                .update());
    }
}
