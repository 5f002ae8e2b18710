package za.co.spikedata.api;

import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.tenancy.TenantId;

/** Tells whose a pair of keys is, which name no tenant: the database shows it to their holder. */
@Component
class Homes {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Homes(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    Optional<TenantId> find(byte[] secretHash) {
        var presented = HexFormat.of().formatHex(secretHash);
        return transactions.execute(_ -> {
            jdbc.sql("select set_config('app.presented', :presented, true)")
                    .param("presented", presented)
                    .query(String.class)
                    .single();
            return jdbc.sql("select tenant_id from api_credential where secret_hash = :hash")
                    .param("hash", secretHash)
                    .query(String.class)
                    .optional()
                    .map(TenantId::new);
        });
    }
}
