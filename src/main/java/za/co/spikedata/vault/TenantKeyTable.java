package za.co.spikedata.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.tenancy.TenantId;

/** The tenants' keys, wrapped; of each purpose a row of generations, the last of which counts. */
@Repository
class TenantKeyTable {
    private static final String SELECT =
            """
            select generation, wrapped_key, wrapped_by from vault_tenant_key
            where tenant_id = :tenant and purpose = :purpose
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations apart;

    @Autowired
    TenantKeyTable(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, requiringNew(transactions));
    }

    /**
     * @param apart how to do what must be committed whatever becomes of the caller's transaction
     */
    TenantKeyTable(JdbcClient jdbc, TransactionOperations apart) {
        this.jdbc = jdbc;
        this.apart = apart;
    }

    /** What a tenant's key is for. */
    enum Purpose {
        /** Wraps documents' keys and seals columns. */
        SEAL,
        /** Makes hashes that rows are found by. */
        SEARCH
    }

    /**
     * @param by the master key that wrapped it
     */
    record Row(int generation, byte[] wrapped, String by) {}

    /** A key with its purpose and its age. */
    record Held(Purpose purpose, Row row, Instant made) {}

    Optional<Row> last(TenantId tenant, Purpose purpose) {
        return apart.execute(_ -> select(tenant, purpose, " order by generation desc limit 1"));
    }

    Optional<Row> find(TenantId tenant, Purpose purpose, int generation) {
        return apart.execute(_ -> select(tenant, purpose, " and generation = " + generation));
    }

    /** The key that counts: the given one, or that of a node that was quicker; committed. */
    Row insertOrFind(TenantId tenant, Purpose purpose, Row row) {
        return apart.execute(_ -> {
            enter(tenant);
            lock(tenant);
            jdbc.sql(
                            """
                            insert into vault_tenant_key
                                (tenant_id, purpose, generation, wrapped_key, wrapped_by)
                            select :tenant, :purpose, :generation, :wrapped, :by
                            where not exists (select from vault_tenant_key
                                where tenant_id = :tenant and purpose = 'ENDED')
                            on conflict do nothing
                            """)
                    .param("tenant", tenant.value())
                    .param("purpose", purpose.name())
                    .param("generation", row.generation())
                    .param("wrapped", row.wrapped())
                    .param("by", row.by())
                    .update();
            return select(tenant, purpose, " and generation = " + row.generation())
                    .orElseThrow(() ->
                            new KeyRefused("Expected a tenant whose contract goes on", null, true));
        });
    }

    /**
     * Destroys all of a tenant's keys, in the caller's transaction; a row without a key stays in
     * their place, so that the tenant gets no others.
     */
    void end(TenantId tenant) {
        lock(tenant);
        jdbc.sql("delete from vault_tenant_key where tenant_id = :tenant and purpose <> 'ENDED'")
                .param("tenant", tenant.value())
                .update();
        jdbc.sql(
                        """
                        insert into vault_tenant_key
                            (tenant_id, purpose, generation, wrapped_key, wrapped_by)
                        values (:tenant, 'ENDED', 0, '', '') on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .update();
    }

    /** Whether the keys were destroyed for ever, in the caller's transaction. */
    boolean isEnded(TenantId tenant) {
        return jdbc.sql(
                        """
                        select count(*) filter (where purpose = 'ENDED') = 1 and count(*) = 1
                        from vault_tenant_key where tenant_id = :tenant
                        """)
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    /** One change at a time on all nodes, until the transaction ends. */
    private void lock(TenantId tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('keys:' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((_, _) -> 1)
                .single();
    }

    List<Held> all(TenantId tenant) {
        return apart.execute(_ -> {
            enter(tenant);
            return jdbc.sql(
                            """
                            select purpose, generation, wrapped_key, wrapped_by, created_at
                            from vault_tenant_key
                            where tenant_id = :tenant and purpose <> 'ENDED' order by generation
                            """)
                    .param("tenant", tenant.value())
                    .query((row, _) ->
                            new Held(
                                    Purpose.valueOf(row.getString("purpose")),
                                    row(row),
                                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
                    .list();
        });
    }

    /** Keeps a key as another master key wrapped it. */
    void rewrap(TenantId tenant, Purpose purpose, Row row) {
        apart.executeWithoutResult(_ -> {
            enter(tenant);
            jdbc.sql(
                            """
                            update vault_tenant_key set wrapped_key = :wrapped, wrapped_by = :by
                            where tenant_id = :tenant and purpose = :purpose
                                and generation = :generation
                            """)
                    .param("tenant", tenant.value())
                    .param("purpose", purpose.name())
                    .param("generation", row.generation())
                    .param("wrapped", row.wrapped())
                    .param("by", row.by())
                    .update();
        });
    }

    /** What only this key opens is lost. */
    void delete(TenantId tenant, Purpose purpose, int generation) {
        apart.executeWithoutResult(_ -> {
            enter(tenant);
            jdbc.sql(
                            """
                            delete from vault_tenant_key where tenant_id = :tenant
                                and purpose = :purpose and generation = :generation
                            """)
                    .param("tenant", tenant.value())
                    .param("purpose", purpose.name())
                    .param("generation", generation)
                    .update();
        });
    }

    private Optional<Row> select(TenantId tenant, Purpose purpose, String which) {
        enter(tenant);
        return jdbc.sql(SELECT + which)
                .param("tenant", tenant.value())
                .param("purpose", purpose.name())
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("generation"), row.getBytes("wrapped_key"), row.getString("wrapped_by"));
    }

    private void enter(TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
    }

    private static TransactionTemplate requiringNew(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
