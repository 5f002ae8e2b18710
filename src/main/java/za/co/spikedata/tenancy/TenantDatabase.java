package za.co.spikedata.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the only door to tenant tables: a transaction in which row-level security knows the tenant.
 */
@Component
public class TenantDatabase {
    private static final Object CURRENT = new Object();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TenantDatabase(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * Runs the work in a transaction of this tenant, or joins the one that is open.
     *
     * @throws IllegalStateException when a transaction of another tenant is open
     */
    public <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        var current = (TenantId) TransactionSynchronizationManager.getResource(CURRENT);
        if (current != null) {
            if (!current.equals(tenant)) {
                throw new IllegalStateException(
                        "Expected a transaction of " + current + ", asked for " + tenant);
            }
            return work.get();
        }
        return transactions.execute(_ -> {
            TransactionSynchronizationManager.bindResource(CURRENT, tenant);
            try {
                jdbc.sql("select set_config('app.tenant', :tenant, true)")
                        .param("tenant", tenant.value())
                        .query(String.class)
                        .single();
                return work.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(CURRENT);
            }
        });
    }

    /**
     * Runs the work at the end of the open transaction, after all else and in the order it was
     * asked for, or in one of its own. For what takes a lock that everybody wants.
     */
    public void last(TenantId tenant, Runnable work) {
        run(
                tenant,
                () ->
                        TransactionSynchronizationManager.registerSynchronization(
                                new TransactionSynchronization() {
                                    @Override
                                    public void beforeCommit(boolean readOnly) {
                                        work.run();
                                    }
                                }));
    }

    public void run(TenantId tenant, Runnable work) {
        call(
                tenant,
                () -> {
                    work.run();
                    return true;
                });
    }
}
