package za.co.spikedata.statements;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** Documents as the deleter finds them and takes them away. */
@Component
class ExpiryTable {
    private static final String NOT_HELD_OLDEST_FIRST =
            " and person_id <> all(:held) order by created_at, id limit :most";

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    ExpiryTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Uploaded before one moment, or before another if nothing came of them. */
    List<Document> statements(
            TenantId tenant, Instant before, Instant failedBefore, Set<UUID> held, int most) {
        return documents(
                tenant,
                " and (created_at <= :before or created_at <= :failed and state = 'LOCKED')",
                before,
                failedBefore,
                held,
                most);
    }

    /** With a PDF that is proven since before one moment, or was uploaded before another. */
    List<Document> originals(
            TenantId tenant, Instant provenBefore, Instant before, Set<UUID> held, int most) {
        return documents(
                tenant,
                """
                 and original_id is not null and state in ('DONE', 'REFUSED')
                 and (verdict = 'PROVEN' and ended_at <= :before or created_at <= :failed)
                """,
                provenBefore,
                before,
                held,
                most);
    }

    /** Those that one of these keys opens, or that kept their PDF under one. */
    List<Document> under(TenantId tenant, List<VaultId> keys) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        DocumentTable.COLUMNS
                                                + " and (vault_id = any(:keys)"
                                                + " or original_id = any(:keys))")
                                .param("tenant", tenant.value())
                                .param("keys", VaultId.values(keys))
                                .query(DocumentTable::document)
                                .list());
    }

    /** Everybody's, the oldest first. */
    List<Document> all(TenantId tenant, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(DocumentTable.COLUMNS + " order by created_at, id limit :most")
                                .param("tenant", tenant.value())
                                .param("most", most)
                                .query(DocumentTable::document)
                                .list());
    }

    private List<Document> documents(
            TenantId tenant,
            String which,
            Instant before,
            Instant failed,
            Set<UUID> held,
            int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(DocumentTable.COLUMNS + which + NOT_HELD_OLDEST_FIRST)
                                .param("tenant", tenant.value())
                                .param("before", utc(before))
                                .param("failed", utc(failed))
                                .param("held", held.toArray(UUID[]::new))
                                .param("most", most)
                                .query(DocumentTable::document)
                                .list());
    }

    /** Takes documents away; tells which of them programs had brought. */
    List<UUID> delete(TenantId tenant, List<UUID> ids) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        with gone as (
                                            delete from statements_document
                                            where tenant_id = :tenant and id = any(:ids)
                                            returning id, person_id)
                                        select id from gone where person_id = :programs
                                        """)
                                .param("tenant", tenant.value())
                                .param("ids", ids.toArray(UUID[]::new))
                                .param("programs", Bringer.PROGRAMS.value())
                                .query(UUID.class)
                                .list());
    }

    /** Lets go of the PDFs alone. */
    void deleteOriginals(TenantId tenant, List<UUID> ids) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update statements_document set original_id = null
                                        where tenant_id = :tenant and id = any(:ids)
                                        """)
                                .param("tenant", tenant.value())
                                .param("ids", ids.toArray(UUID[]::new))
                                .update());
    }

    Set<UUID> left(TenantId tenant, List<UUID> ids) {
        return ids(tenant, ids, "");
    }

    Set<UUID> leftOriginals(TenantId tenant, List<UUID> ids) {
        return ids(tenant, ids, " and original_id is not null");
    }

    private Set<UUID> ids(TenantId tenant, List<UUID> ids, String which) {
        return new HashSet<>(
                database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                select id from statements_document
                                                where tenant_id = :tenant and id = any(:ids)
                                                """
                                                        + which)
                                        .param("tenant", tenant.value())
                                        .param("ids", ids.toArray(UUID[]::new))
                                        .query(UUID.class)
                                        .list()));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
