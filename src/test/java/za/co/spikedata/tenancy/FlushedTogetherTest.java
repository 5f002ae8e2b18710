package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.support.Patience;

/** What is done in turn, by what is left of it when the database is killed right after. */
class FlushedTogetherTest {
    private static final TenantId TENANT = new TenantId("tenant");

    @TempDir private Path folder;
    private EmbeddedPostgres server;
    private DataSource source;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private TenantDatabase database;

    @BeforeEach
    void theDatabaseRuns() throws Exception {
        start();
        var manager = new JdbcTransactionManager(source);
        transactions = new TransactionTemplate(manager);
        database =
                new TenantDatabase(
                        new NamedParameterJdbcTemplate(source),
                        manager,
                        new DefaultListableBeanFactory().getBeanProvider(BeforeTransactions.class));
        jdbc.sql("create table line (text text, commits text)").update();
        freezeTheWriter();
    }

    @AfterEach
    void theDatabaseEnds() throws IOException {
        kill();
        server.close();
    }

    @Test
    void outlivesTheDatabaseFromWhenItIsDone() throws IOException {
        database.callInTurn(TENANT, "lines", () -> write("done in turn"));

        assertThatIsKept("done in turn", "off");
    }

    @Test
    void outlivesTheDatabaseFromWhenItIsFoundInTurn() throws IOException {
        database.findInTurn(
                TENANT,
                "lines",
                "insert into line values (:text, current_setting('synchronous_commit')) returning *",
                new MapSqlParameterSource("text", "found in turn"),
                (row, _) -> row.getString("text"));

        assertThatIsKept("found in turn", "off");
    }

    @Test
    void isFlushedWithTheTransactionItIsPartOf() throws IOException {
        database.run(TENANT, () -> database.callInTurn(TENANT, "lines", () -> write("part")));

        assertThatIsKept("part", "on");
    }

    /** And nothing else: what nobody flushed is lost, or this would prove nothing. */
    private void assertThatIsKept(String text, String commits) throws IOException {
        transactions.execute(_ -> {
            jdbc.sql("set local synchronous_commit = off").update();
            return write("never flushed");
        });
        kill();
        server.close();
        start();
        assertThat(jdbc.sql("select text || ' ' || commits from line").query(String.class).list())
                .containsExactly(text + " " + commits);
    }

    private int write(String text) {
        return jdbc.sql(
                        """
                        insert into line
                        values (:text, current_setting('synchronous_commit'))
                        """)
                .param("text", text)
                .update();
    }

    /**
     * The writer flushes whatever waits whenever its delay is over, which is 10 s at most and may
     * be just before the kill. Frozen in its sleep, where it holds no lock, it flushes nothing; it
     * would not let the server end either, which is why each server here is killed.
     */
    private void freezeTheWriter() throws IOException, InterruptedException {
        Patience.await(Duration.ofSeconds(60), () -> sleepingWriter().isPresent());
        var freeze = "kill -STOP " + sleepingWriter().orElseThrow();
        assertThat(new ProcessBuilder("/bin/sh", "-c", freeze).start().waitFor()).isZero();
    }

    private Optional<Integer> sleepingWriter() {
        return jdbc.sql(
                        """
                        select pid from pg_stat_activity
                        where backend_type = 'walwriter' and wait_event = 'WalWriterMain'
                        """)
                .query(Integer.class)
                .optional();
    }

    /** Nobody but the writer and the test flush anything. */
    private void start() throws IOException {
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("cluster"))
                        .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0")
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("wal_writer_delay", "10s")
                        .start();
        source = server.getPostgresDatabase();
        jdbc = JdbcClient.create(source);
    }

    private void kill() throws IOException {
        var number = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
        var main = ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
        var all = Stream.concat(Stream.of(main), main.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
