package za.co.spikedata.retention;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** Deletions under way, and the receipts of those that are complete. */
@Repository
class DeletionTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    DeletionTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Writes a deletion down; when the same thing is being deleted already, that one takes its
     * keys.
     *
     * @return id of the deletion that counts
     */
    UUID insert(TenantId tenant, Deletion deletion) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into retention_deletion (tenant_id, id, kind,
                                            subject_id, owner_id, vault_ids, sha256, rule, begun_at,
                                            next_at)
                                        values (:tenant, :id, :kind, :subject, :owner, :keys,
                                            :sha256, :rule, :begun, :begun)
                                        on conflict (tenant_id, kind, subject_id)
                                            where receipt is null
                                        do update set vault_ids = array(
                                            select unnest(retention_deletion.vault_ids) union
                                            select unnest(excluded.vault_ids))
                                        returning id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", deletion.id())
                                .param("kind", deletion.kind())
                                .param("subject", deletion.item().id())
                                .param("owner", deletion.item().owner())
                                .param("keys", VaultId.values(deletion.item().keys()))
                                .param("sha256", deletion.item().sha256())
                                .param("rule", deletion.rule().name())
                                .param("begun", utc(deletion.begun()))
                                .query(UUID.class)
                                .single());
    }

    /** The last deletion of a thing, complete or not. */
    Optional<UUID> last(TenantId tenant, String kind, UUID subject) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id from retention_deletion
                                        where tenant_id = :tenant and kind = :kind
                                            and subject_id = :subject
                                        order by begun_at desc limit 1
                                        """)
                                .param("tenant", tenant.value())
                                .param("kind", kind)
                                .param("subject", subject)
                                .query(UUID.class)
                                .optional());
    }

    /** Deletions to go on with now, those first that wait longest: none keeps another for ever. */
    List<Deletion> pending(TenantId tenant, Instant now, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id, kind, subject_id, owner_id, vault_ids, sha256,
                                            rule, begun_at
                                        from retention_deletion
                                        where tenant_id = :tenant and receipt is null
                                            and next_at <= :now
                                        order by next_at, id limit :most
                                        """)
                                .param("tenant", tenant.value())
                                .param("now", utc(now))
                                .param("most", most)
                                .query(DeletionTable::deletion)
                                .list());
    }

    /** Puts one off that could not be done now. */
    void postpone(TenantId tenant, UUID id, Instant until) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update retention_deletion set next_at = :until
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("until", utc(until))
                                .update());
    }

    /**
     * Writes receipts, each once.
     *
     * @param receipts by the deletion that each completes
     * @return whose receipts were written: not those that another node was quicker with, nor those
     *     that have taken more keys meanwhile and go on; keys are only ever added
     */
    Set<UUID> complete(TenantId tenant, Map<Deletion, String> receipts) {
        var deletions = List.copyOf(receipts.keySet());
        return database.call(
                tenant,
                () -> {
                    lock(tenant, deletions);
                    return written(tenant, deletions, receipts);
                });
    }

    /** In one order for all: nodes that complete the same ones at once wait for each other. */
    private void lock(TenantId tenant, List<Deletion> deletions) {
        jdbc.sql(
                        """
                        select id from retention_deletion
                        where tenant_id = :tenant and id = any(:ids) order by id for update
                        """)
                .param("tenant", tenant.value())
                .param("ids", deletions.stream().map(Deletion::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private Set<UUID> written(
            TenantId tenant, List<Deletion> deletions, Map<Deletion, String> receipts) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                update retention_deletion
                                set receipt = complete.receipt
                                from unnest(:ids::uuid[], :keys::int[],
                                    :receipts::text[])
                                    as complete (id, keys, receipt)
                                where tenant_id = :tenant
                                    and retention_deletion.id = complete.id
                                    and retention_deletion.receipt is null
                                    and cardinality(vault_ids) = complete.keys
                                returning retention_deletion.id
                                """)
                        .param("tenant", tenant.value())
                        .param("ids", deletions.stream().map(Deletion::id).toArray(UUID[]::new))
                        .param(
                                "keys",
                                deletions.stream()
                                        .map(each -> each.item().keys().size())
                                        .toArray(Integer[]::new))
                        .param(
                                "receipts",
                                deletions.stream().map(receipts::get).toArray(String[]::new))
                        .query(UUID.class)
                        .list());
    }

    List<Receipt> receipts(TenantId tenant, UUID owner, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(RECEIPTS + " order by begun_at desc, id limit :most")
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("most", most)
                                .query(DeletionTable::receipt)
                                .list());
    }

    /** Those behind another in the order of {@link #receipts}. */
    List<Receipt> receiptsBehind(TenantId tenant, UUID owner, Receipt last, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        RECEIPTS
                                                + """
                                                 and (begun_at < :begun
                                                    or begun_at = :begun and id > :last)
                                                order by begun_at desc, id limit :most
                                                """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("begun", last.begun().atOffset(ZoneOffset.UTC))
                                .param("last", last.id())
                                .param("most", most)
                                .query(DeletionTable::receipt)
                                .list());
    }

    Optional<Receipt> receipt(TenantId tenant, UUID owner, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(RECEIPTS + " and id = :id")
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("id", id)
                                .query(DeletionTable::receipt)
                                .optional());
    }

    Receipts.Progress progress(TenantId tenant, UUID owner, String kind) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select count(receipt) as complete, count(*) as all_of_them,
                                            count(*) filter (where kind = :kind) as of_kind
                                        from retention_deletion
                                        where tenant_id = :tenant and owner_id = :owner
                                        """)
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .param("kind", kind)
                                .query((row, _) ->
                                        new Receipts.Progress(
                                                row.getInt("complete"),
                                                row.getInt("all_of_them"),
                                                row.getInt("of_kind")))
                                .single());
    }

    /** Whether a deletion is not complete, be it put off or not. */
    boolean isAnyLeft(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select exists (select from retention_deletion
                                            where tenant_id = :tenant and receipt is null)
                                        """)
                                .param("tenant", tenant.value())
                                .query(Boolean.class)
                                .single());
    }

    /** How many deletions ended in a receipt by this rule. */
    long count(TenantId tenant, Rule rule) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select count(receipt) from retention_deletion
                                        where tenant_id = :tenant and rule = :rule
                                        """)
                                .param("tenant", tenant.value())
                                .param("rule", rule.name())
                                .query(Long.class)
                                .single());
    }

    private static final String RECEIPTS =
            """
            select id, kind, subject_id, rule, begun_at, coalesce(receipt, '') as receipt
            from retention_deletion where tenant_id = :tenant and owner_id = :owner
            """;

    private static Deletion deletion(ResultSet row, int number) throws SQLException {
        return new Deletion(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Item(
                        row.getObject("subject_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        keys(row.getArray("vault_ids")),
                        row.getString("sha256")),
                Rule.valueOf(row.getString("rule")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    private static List<VaultId> keys(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(VaultId::new).toList();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                Rule.valueOf(row.getString("rule")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("receipt"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
