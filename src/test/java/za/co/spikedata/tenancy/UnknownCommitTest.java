package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import za.co.spikedata.support.PortalTest;

/** What was done ahead of a transaction, by what becomes of it on a real connection. */
@PortalTest
class UnknownCommitTest {
    private static final TenantId SPIKE = new TenantId("spike");

    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final AtomicInteger undone = new AtomicInteger();

    @Test
    void keepsWhatWasWritten() {
        assertThat(database.write(SPIKE, () -> true, undone::incrementAndGet)).isTrue();

        assertThat(undone).hasValue(0);
    }

    @Test
    void undoesWhatTheWorkDidNotWant() {
        assertThat(database.write(SPIKE, () -> false, undone::incrementAndGet)).isFalse();

        assertThat(undone).hasValue(1);
    }

    @Test
    void undoesWhatWasRolledBack() {
        assertThatThrownBy(() ->
                        database.write(
                                SPIKE,
                                () -> jdbc.sql("select 1 / 0").query(Integer.class).single() > 0,
                                undone::incrementAndGet))
                .isInstanceOf(RuntimeException.class);

        assertThat(undone).hasValue(1);
    }

    @Test
    void undoesNothingWhereNobodyAnswersTheCommit() {
        assertThatThrownBy(() ->
                        database.write(
                                SPIKE,
                                () -> {
                                    killAtCommit();
                                    return true;
                                },
                                undone::incrementAndGet))
                .isInstanceOf(RuntimeException.class);

        assertThat(undone).hasValue(0);
    }

    /**
     * Ends this transaction's connection from another one, after all work and before the commit.
     */
    private void killAtCommit() {
        int connection = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        JdbcClient.create(owners)
                                .sql("select pg_terminate_backend(:connection, 10000)")
                                .param("connection", connection)
                                .query(Boolean.class)
                                .single();
                    }
                });
    }
}
