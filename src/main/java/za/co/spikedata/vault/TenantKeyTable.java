package za.co.spikedata.vault;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.tenancy.TenantId;

/** The tenants' keys, wrapped; one each, written once. */
@Repository
class TenantKeyTable {
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    TenantKeyTable(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<byte[]> find(TenantId tenant) {
        return apart.execute(_ -> select(tenant));
    }

    /** The key that counts: the given one, or that of a node that was quicker; committed. */
    byte[] insertOrFind(TenantId tenant, byte[] wrapped) {
        return apart.execute(_ -> {
            enter(tenant);
            jdbc.sql(
                            """
                            insert into vault_tenant_key (tenant_id, id, wrapped_key)
                            values (:tenant, 'current', :wrapped) on conflict do nothing
                            """)
                    .param("tenant", tenant.value())
                    .param("wrapped", wrapped)
                    .update();
            return select(tenant).orElseThrow();
        });
    }

    private Optional<byte[]> select(TenantId tenant) {
        enter(tenant);
        return jdbc.sql(
                        """
                        select wrapped_key from vault_tenant_key
                        where tenant_id = :tenant and id = 'current'
                        """)
                .param("tenant", tenant.value())
                .query(byte[].class)
                .optional();
    }

    private void enter(TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
    }
}
