package za.co.spikedata.retention;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.bench.BenchPortal;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Deposit;
import za.co.spikedata.vault.Vault;

/**
 * Fills a portal with documents whose time is over, lets its own deleter find them and prints how
 * fast they went: keys, objects, rows, checks and signed receipts.
 */
final class DeletionRate {
    private static final TenantId TENANT = new TenantId("spike");
    private static final UUID OWNER = UUID.randomUUID();
    private static final int FILLING_AT_ONCE = 8;

    /** Documents whose rows are written in one transaction. */
    private static final int KEPT_AT_ONCE = 100;

    /** What an encrypted page or two come to; the store's work is by object, not by byte. */
    private static final int PDF_BYTES = 20_000;

    private final int documents;
    private final Vault vault;
    private final TenantDatabase tenants;
    private final JdbcClient rows;
    private final JdbcClient database;

    private DeletionRate(int documents, ConfigurableApplicationContext portal) {
        this.documents = documents;
        this.vault = portal.getBean(Vault.class);
        this.tenants = portal.getBean(TenantDatabase.class);
        this.rows = portal.getBean(JdbcClient.class);
        this.database = JdbcClient.create(portal.getBean("ownerDataSource", DataSource.class));
    }

    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[0]);
        try (var portal = BenchPortal.start("deletion-rate")) {
            var rate = new DeletionRate(documents, portal.context());
            rate.fill();
            rate.letThemBeDue();
            rate.awaitReceipts();
            rate.print();
        }
    }

    private void fill() throws Exception {
        try (var filling = Executors.newFixedThreadPool(FILLING_AT_ONCE)) {
            var all = new ArrayList<Future<Boolean>>();
            for (int from = 0; from < documents; from += KEPT_AT_ONCE) {
                int some = Math.min(KEPT_AT_ONCE, documents - from);
                all.add(filling.submit(() -> keep(some)));
            }
            for (var each : all) {
                each.get();
            }
        }
        System.out.printf("%,d documents are kept%n", documents);
    }

    /** What one document has in the vault: its PDF, and the key of what was read in it. */
    private record Deposits(Deposit original, Deposit known) {}

    private boolean keep(int some) throws IOException {
        var deposits = new ArrayList<Deposits>();
        for (int i = 0; i < some; i++) {
            var pdf = new ByteArrayInputStream(new byte[PDF_BYTES]);
            deposits.add(new Deposits(vault.put(TENANT, pdf), vault.reserve(TENANT)));
        }
        tenants.run(TENANT, () -> deposits.forEach(this::keep));
        return true;
    }

    private void keep(Deposits deposits) {
        vault.keep(TENANT, deposits.original);
        vault.keep(TENANT, deposits.known);
        rows.sql(
                        """
                        insert into statements_document (tenant_id, id, person_id, upload_id,
                            place, vault_id, original_id, sealed_name, sealed_sha256, bytes, state,
                            verdict, created_at, ended_at)
                        values (:tenant, :id, :owner, :id, 0, :vault, :original, :name, :hash,
                            :bytes, 'DONE', 'UNPROVEN', now(), now())
                        """)
                .param("tenant", TENANT.value())
                .param("id", UUID.randomUUID())
                .param("owner", OWNER)
                .param("vault", deposits.known.id().value())
                .param("original", deposits.original.id().value())
                .param("name", deposits.known.seal("name", bytes("statement.pdf")))
                .param("hash", deposits.known.seal("sha256", bytes("0".repeat(64))))
                .param("bytes", PDF_BYTES)
                .update();
    }

    private void letThemBeDue() {
        database.sql(
                        """
                        update statements_document
                        set created_at = now() - interval '10 years',
                            ended_at = now() - interval '10 years'
                        where person_id = :owner
                        """)
                .param("owner", OWNER)
                .update();
    }

    /** Whoever deletes them is the portal's own job, which looks every minute. */
    private void awaitReceipts() throws InterruptedException {
        while (!isDone()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private boolean isDone() {
        return count("statements_document where person_id = :owner") == 0
                && count("retention_deletion where owner_id = :owner and receipt is null") == 0;
    }

    private void print() {
        var begun =
                database.sql(
                                "select min(begun_at) from retention_deletion where owner_id ="
                                        + " :owner")
                        .param("owner", OWNER)
                        .query(OffsetDateTime.class)
                        .single();
        double seconds = Duration.between(begun.toInstant(), Instant.now()).toMillis() / 1_000.0;
        System.out.printf(
                "%,d documents with %,d keys deleted in %.1f s: %.0f documents a second,"
                        + " %,d signed receipts, %,d keys left%n",
                documents,
                2 * documents,
                seconds,
                documents / seconds,
                count("retention_deletion where owner_id = :owner and receipt is not null"),
                database.sql("select count(*) from vault_document").query(Integer.class).single());
    }

    private int count(String of) {
        return database.sql("select count(*) from " + of)
                .param("owner", OWNER)
                .query(Integer.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
