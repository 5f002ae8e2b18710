package za.co.spikedata.api;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.tenancy.TenantId;

/**
 * Tells whose a pair of keys is, which name no tenant: the database shows it to their holder. A
 * pair never changes hands, so it is asked for once; whether it still opens anything its tenant's
 * own rows tell.
 */
@Component
class Homes {
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, TenantId> remembered = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Homes(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    Optional<TenantId> find(byte[] secretHash) {
        var presented = HexFormat.of().formatHex(secretHash);
        var known = Optional.ofNullable(remembered.get(presented));
        return known.isPresent() ? known : remembered(presented, asked(presented, secretHash));
    }

    private Optional<TenantId> remembered(String presented, Optional<TenantId> home) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        home.ifPresent(tenant -> remembered.put(presented, tenant));
        return home;
    }

    private Optional<TenantId> asked(String presented, byte[] secretHash) {
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
