package za.co.spikedata.errorstore;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** Failed documents of each tenant. */
@Repository
class EntryTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS =
            """
            select document_id, person_id, vault_id, original_id, reason, rule, row_id, page, trace,
                engine, junk, copying, fingerprint, since, replay, replay_said, replay_engine
            from errorstore_entry where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    EntryTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void insert(TenantId tenant, Entry entry) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into errorstore_entry (tenant_id, document_id,
                                            person_id, vault_id, original_id, reason, rule,
                                            row_id, page, trace, engine, junk, copying, since)
                                        values (:tenant, :document, :person, :vault, :original,
                                            :reason, :rule, :row, :page, :trace, :engine, :junk,
                                            :copying, :since)
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", entry.document())
                                .param("person", entry.person())
                                .param("vault", entry.vault().value())
                                .param("original", entry.original().value())
                                .param("reason", entry.how().reason())
                                .param("rule", entry.how().rule().map(Enum::name).orElse(null))
                                .param("row", entry.how().row())
                                .param("page", entry.how().page())
                                .param("trace", JSON.writeValueAsString(entry.how().trace()))
                                .param("engine", entry.engine())
                                .param("junk", entry.junk().orElse(null))
                                .param("copying", entry.copying().name())
                                .param("since", utc(entry.since()))
                                .update());
    }

    Optional<Entry> find(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and document_id = :document")
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query(EntryTable::entry)
                                .optional());
    }

    /** The same; until the transaction ends, nobody else who asks so gets it. */
    Optional<Entry> held(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and document_id = :document for update")
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query(EntryTable::entry)
                                .optional());
    }

    /** Those of one person, the newest first. */
    List<Entry> of(TenantId tenant, UUID person) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and person_id = :person"
                                                + " order by since desc, document_id")
                                .param("tenant", tenant.value())
                                .param("person", person)
                                .query(EntryTable::entry)
                                .list());
    }

    List<Entry> find(TenantId tenant, List<UUID> documents) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and document_id = any(:documents)")
                                .param("tenant", tenant.value())
                                .param("documents", documents.toArray(UUID[]::new))
                                .query(EntryTable::entry)
                                .list());
    }

    /** The oldest first. */
    List<Entry> before(TenantId tenant, Instant since, Set<UUID> held, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and since <= :since and person_id <> all(:held)"
                                                + " order by since, document_id limit :most")
                                .param("tenant", tenant.value())
                                .param("since", utc(since))
                                .param("held", held.toArray(UUID[]::new))
                                .param("most", most)
                                .query(EntryTable::entry)
                                .list());
    }

    /** Those whose replica one of these keys opens. */
    List<Entry> under(TenantId tenant, List<VaultId> keys) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and vault_id = any(:keys)")
                                .param("tenant", tenant.value())
                                .param("keys", VaultId.values(keys))
                                .query(EntryTable::entry)
                                .list());
    }

    /** How often each layout failed. */
    List<Tally> tallies(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select group_id,
                                            array_agg(distinct reason) as reasons,
                                            array_remove(array_agg(distinct junk), null) as junk,
                                            count(*) as cases, count(junk) as junk_cases,
                                            count(*) filter (where copying = 'MADE') as replicas,
                                            count(*) filter (where replay = 'MENDED') as mended,
                                            min(since) as first, max(since) as last
                                        from errorstore_entry where tenant_id = :tenant
                                        group by group_id
                                        """)
                                .param("tenant", tenant.value())
                                .query(EntryTable::tally)
                                .list());
    }

    /** The newest first. */
    List<Entry> ofGroup(TenantId tenant, String group, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and group_id = :group"
                                                + " order by since desc, document_id limit :most")
                                .param("tenant", tenant.value())
                                .param("group", group)
                                .param("most", most)
                                .query(EntryTable::entry)
                                .list());
    }

    /** Writes what became of the replica; false when the entry is gone. */
    boolean copied(
            TenantId tenant,
            UUID document,
            Copying copying,
            Optional<String> fingerprint,
            Optional<byte[]> sealedSketch) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update errorstore_entry
                                                set copying = :copying, fingerprint = :fingerprint,
                                                    sealed_sketch = :sketch
                                                where tenant_id = :tenant
                                                    and document_id = :document
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("document", document)
                                        .param("copying", copying.name())
                                        .param("fingerprint", fingerprint.orElse(null))
                                        .param("sketch", sealedSketch.orElse(null))
                                        .update())
                == 1;
    }

    Optional<byte[]> sealedSketch(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed_sketch from errorstore_entry
                                        where tenant_id = :tenant and document_id = :document
                                            and sealed_sketch is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query((row, _) -> row.getBytes(1))
                                .optional());
    }

    /** Tells the keys of those that were there. */
    Map<UUID, VaultId> delete(TenantId tenant, List<UUID> documents) {
        var keys = new HashMap<UUID, VaultId>();
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from errorstore_entry
                                        where tenant_id = :tenant
                                            and document_id = any(:documents)
                                        returning document_id, vault_id
                                        """)
                                .param("tenant", tenant.value())
                                .param("documents", documents.toArray(UUID[]::new))
                                .query(row -> {
                                    keys.put(
                                            row.getObject("document_id", UUID.class),
                                            new VaultId(row.getObject("vault_id", UUID.class)));
                                }));
        return keys;
    }

    Set<UUID> left(TenantId tenant, List<UUID> documents) {
        var left = new HashSet<UUID>();
        find(tenant, documents).forEach(entry -> left.add(entry.document()));
        return left;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("document_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new VaultId(row.getObject("vault_id", UUID.class)),
                new VaultId(row.getObject("original_id", UUID.class)),
                new Failure.How(
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("rule")).map(Check.Rule::valueOf),
                        row.getInt("row_id"),
                        row.getInt("page"),
                        JSON.readValue(row.getString("trace"), Trace.class)),
                row.getString("engine"),
                Optional.ofNullable(row.getString("junk")),
                Copying.valueOf(row.getString("copying")),
                Optional.ofNullable(row.getString("fingerprint")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                replay(row));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        var outcome = row.getString("replay");
        return outcome == null
                ? Replay.NONE
                : new Replay(
                        Replay.Outcome.valueOf(outcome),
                        Optional.ofNullable(row.getString("replay_said")),
                        Optional.ofNullable(row.getString("replay_engine")));
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getString("group_id"),
                texts(row.getArray("reasons")),
                texts(row.getArray("junk")),
                row.getInt("cases"),
                row.getInt("junk_cases"),
                row.getInt("replicas"),
                row.getInt("mended"),
                row.getObject("first", OffsetDateTime.class).toInstant(),
                row.getObject("last", OffsetDateTime.class).toInstant());
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
