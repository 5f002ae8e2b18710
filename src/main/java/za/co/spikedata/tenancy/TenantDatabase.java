package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Opens the only door to tenant tables: a transaction in which row-level security knows the tenant.
 */
@Component
public class TenantDatabase {
    private static final Object CURRENT = new Object();
    private static final String OPEN = "select set_config('app.tenant', :tenant, true)";
    private static final String LOCK = "pg_advisory_xact_lock(hashtextextended(:lock, 0))";

    /** For the transaction: what it commits is seen at once, and lost if the server dies now. */
    private static final String UNFLUSHED = "set_config('synchronous_commit', 'off', true)";

    /** Commits something, and with it on the disk is all that was committed before. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'flush', '')";

    private final NamedParameterJdbcOperations statements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SharedFlush flush;

    /** Found once: every transaction asks them. */
    private final Supplier<List<BeforeTransactions>> before;

    public TenantDatabase(
            NamedParameterJdbcOperations statements,
            PlatformTransactionManager transactionManager,
            ObjectProvider<BeforeTransactions> before) {
        this.before = SingletonSupplier.of(() -> before.orderedStream().toList());
        this.statements = statements;
        this.jdbc = JdbcClient.create(statements);
        this.transactions = new TransactionTemplate(transactionManager);
        this.flush = new SharedFlush(() -> jdbc.sql(FLUSH).query((_, _) -> 1).single());
    }

    /**
     * Runs the work in a transaction of this tenant, or joins the one that is open.
     *
     * @throws IllegalStateException when a transaction of another tenant is open
     */
    public <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        return call(tenant, OPEN, Map.of(), work);
    }

    /**
     * The same, one at a time for each tenant on all nodes: in a transaction that is open, from now
     * until it ends.
     *
     * @param what is done so
     */
    public <T extends @Nullable Object> T callAlone(
            TenantId tenant, String what, Supplier<T> work) {
        var lock = lock(tenant, what);
        if (TransactionSynchronizationManager.getResource(CURRENT) == null) {
            return call(tenant, OPEN + ", " + LOCK, lock, work);
        }
        return call(
                tenant,
                () -> {
                    jdbc.sql("select " + LOCK).params(lock).query((_, _) -> 1).single();
                    return work.get();
                });
    }

    /**
     * The same for many in a row: the next begins while the disk still writes what this one did,
     * which is as durable as ever when this returns.
     */
    public <T extends @Nullable Object> T callInTurn(
            TenantId tenant, String what, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return callAlone(tenant, what, work);
        }
        var done = call(tenant, OPEN + ", " + LOCK + ", " + UNFLUSHED, lock(tenant, what), work);
        flush.await();
        return done;
    }

    /**
     * The first row of one statement, in one trip to the database: nothing is asked around it. In a
     * transaction that is open, within that.
     *
     * @param named what stands in the statement beside {@code :tenant}
     */
    public <T> Optional<T> find(
            TenantId tenant, String statement, MapSqlParameterSource named, RowMapper<T> row) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? call(tenant, () -> joined(tenant, statement, named, row))
                : alone(tenant, OPEN, statement, named, row);
    }

    /**
     * The same for a statement that writes, as {@link #callInTurn} does: the lock is held while the
     * database works, and never while it waits for this node.
     *
     * @return empty where nothing was written
     */
    public <T> Optional<T> findInTurn(
            TenantId tenant,
            String what,
            String statement,
            MapSqlParameterSource named,
            RowMapper<T> row) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return callAlone(tenant, what, () -> joined(tenant, statement, named, row));
        }
        named.addValues(lock(tenant, what));
        var written = alone(tenant, OPEN + ", " + LOCK + ", " + UNFLUSHED, statement, named, row);
        if (written.isPresent()) {
            flush.await();
        }
        return written;
    }

    private <T> Optional<T> joined(
            TenantId tenant, String statement, MapSqlParameterSource named, RowMapper<T> row) {
        named.addValue("tenant", tenant.value());
        return statements.query(statement, named, row).stream().findFirst();
    }

    private <T> Optional<T> alone(
            TenantId tenant,
            String opening,
            String statement,
            MapSqlParameterSource named,
            RowMapper<T> row) {
        before.get().forEach(each -> each.prepare(tenant));
        named.addValue("tenant", tenant.value());
        return OneTrip.find(statements, opening, statement, named, row);
    }

    private static Map<String, String> lock(TenantId tenant, String what) {
        return Map.of("lock", what + ":" + tenant.value());
    }

    private <T extends @Nullable Object> T call(
            TenantId tenant, String opening, Map<String, String> more, Supplier<T> work) {
        var current = (TenantId) TransactionSynchronizationManager.getResource(CURRENT);
        if (current != null) {
            if (!current.equals(tenant)) {
                throw new IllegalStateException(
                        "Expected a transaction of " + current + ", asked for " + tenant);
            }
            return work.get();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            before.get().forEach(each -> each.prepare(tenant));
        }
        return transactions.execute(_ -> {
            TransactionSynchronizationManager.bindResource(CURRENT, tenant);
            try {
                jdbc.sql(opening)
                        .param("tenant", tenant.value())
                        .params(more)
                        .query((_, _) -> 1)
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

    /**
     * Writes what was done elsewhere before, such as in the object store, and undoes that when it
     * surely is not written: the work says so, or its transaction was rolled back. Whether a commit
     * that nobody answered was one is not known: then nothing is undone, since rows may name it.
     *
     * @param work whether it wrote
     * @param undo runs outside of the transaction
     */
    public boolean write(TenantId tenant, BooleanSupplier work, Runnable undo) {
        var isUnknown = new AtomicBoolean();
        boolean isWritten = false;
        try {
            isWritten =
                    call(
                            tenant,
                            () -> {
                                TransactionSynchronizationManager.registerSynchronization(
                                        telling(isUnknown));
                                return work.getAsBoolean();
                            });
            return isWritten;
        } finally {
            if (!isWritten && !isUnknown.get()) {
                undo.run();
            }
        }
    }

    private static TransactionSynchronization telling(AtomicBoolean isUnknown) {
        return new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                isUnknown.set(status == STATUS_UNKNOWN);
            }
        };
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
