package za.co.spikedata.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** The uploaded documents; a person sees only their own. */
@Component
class DocumentTable {
    static final String COLUMNS =
            """
            select id, person_id, upload_id, place, vault_id, original_id, sealed_name,
                sealed_hash, sealed_sha256, bytes, state, reason, verdict, transactions,
                wrong_password, attempts, stage, done, of_steps, created_at
            from statements_document where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    DocumentTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void insert(TenantId tenant, Document document) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into statements_document
                                            (tenant_id, id, person_id, upload_id, place, vault_id,
                                             original_id, sealed_name, sealed_hash, bytes, state,
                                             reason, created_at)
                                        values (:tenant, :id, :person, :upload, :place, :vault,
                                            :original, :name, :hash, :bytes, :state,
                                            :reason, :created)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", document.id().value())
                                .param("person", document.person().value())
                                .param("upload", document.upload())
                                .param("place", document.place())
                                .param("vault", document.vault().value())
                                .param(
                                        "original",
                                        document.original().map(VaultId::value).orElse(null))
                                .param("name", document.sealedName())
                                .param("hash", document.sealedHash().orElse(null))
                                .param("bytes", document.bytes())
                                .param("state", document.state().name())
                                .param("reason", document.reason().orElse(null))
                                .param("created", document.created())
                                .update());
    }

    Optional<Document> find(TenantId tenant, DocumentId id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and id = :id")
                                .param("tenant", tenant.value())
                                .param("id", id.value())
                                .query(DocumentTable::document)
                                .optional());
    }

    Optional<Document> findMine(TenantId tenant, PersonId person, DocumentId id) {
        return find(tenant, id).filter(document -> document.person().equals(person));
    }

    List<Document> upload(TenantId tenant, PersonId person, UUID upload) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and upload_id = :upload and person_id = :person"
                                                + " order by place")
                                .param("tenant", tenant.value())
                                .param("upload", upload)
                                .param("person", person.value())
                                .query(DocumentTable::document)
                                .list());
    }

    /**
     * Newest first.
     *
     * @param look {@code all}, or a state or verdict in lower case
     */
    List<Document> mine(TenantId tenant, PersonId person, String look, int limit, int offset) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + LOOK
                                                + " order by created_at desc, place"
                                                + " limit :limit offset :offset")
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("look", look)
                                .param("limit", limit)
                                .param("offset", offset)
                                .query(DocumentTable::document)
                                .list());
    }

    /** Newest first, from the one behind this place on. */
    List<Document> behind(TenantId tenant, PersonId person, OffsetDateTime at, UUID id, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and person_id = :person"
                                                + " and (created_at, id) < (:at, :id)"
                                                + " order by created_at desc, id desc limit :most")
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("at", at)
                                .param("id", id)
                                .param("most", most)
                                .query(DocumentTable::document)
                                .list());
    }

    int countMine(TenantId tenant, PersonId person, String look) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        "select count(*) from statements_document"
                                                + " where tenant_id = :tenant"
                                                + LOOK)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("look", look)
                                .query(Integer.class)
                                .single());
    }

    private static final String LOOK =
            """
             and person_id = :person and (:look = 'all'
                or lower(verdict) = :look
                or (state in ('LOCKED', 'REFUSED') and lower(state) = :look)
                or (state in ('WAITING', 'READING') and :look = 'running'))
            """;

    /** Counts one more try, if it is still to be read; false when it is not. */
    boolean begin(TenantId tenant, DocumentId id) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update statements_document
                                                set state = 'READING', attempts = attempts + 1
                                                where tenant_id = :tenant and id = :id
                                                    and state in ('WAITING', 'READING')
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id.value())
                                        .update())
                == 1;
    }

    void reached(TenantId tenant, DocumentId id, Progress.Stage stage, int done, int of) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update statements_document
                                        set stage = :stage, done = :done, of_steps = :of
                                        where tenant_id = :tenant and id = :id
                                            and state = 'READING'
                                        """)
                                .param("stage", stage.name())
                                .param("done", done)
                                .param("of", of)
                                .param("tenant", tenant.value())
                                .param("id", id.value())
                                .update());
    }

    /** Writes how the reading ended, once: a document that already ended stays as it is. */
    boolean finish(
            TenantId tenant,
            DocumentId id,
            State state,
            Optional<String> reason,
            Optional<Verdict> verdict,
            int transactions,
            Optional<byte[]> sealedResult,
            boolean isWrongPassword) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update statements_document
                                                set state = :state, reason = :reason,
                                                    verdict = :verdict, transactions = :rows,
                                                    sealed_result = :result,
                                                    wrong_password = :wrong, stage = null,
                                                    ended_at = now()
                                                where tenant_id = :tenant and id = :id
                                                    and state in ('WAITING', 'READING', 'LOCKED')
                                                """)
                                        .param("state", state.name())
                                        .param("reason", reason.orElse(null))
                                        .param("verdict", verdict.map(Enum::name).orElse(null))
                                        .param("rows", transactions)
                                        .param("result", sealedResult.orElse(null))
                                        .param("wrong", isWrongPassword)
                                        .param("tenant", tenant.value())
                                        .param("id", id.value())
                                        .update())
                == 1;
    }

    Optional<byte[]> sealedResult(TenantId tenant, DocumentId id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed_result from statements_document
                                        where tenant_id = :tenant and id = :id
                                            and sealed_result is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id.value())
                                .query((row, _) -> row.getBytes(1))
                                .optional());
    }

    static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("upload_id", UUID.class),
                row.getInt("place"),
                new VaultId(row.getObject("vault_id", UUID.class)),
                Optional.ofNullable(row.getObject("original_id", UUID.class)).map(VaultId::new),
                row.getBytes("sealed_name"),
                Optional.ofNullable(row.getBytes("sealed_hash")),
                Optional.ofNullable(row.getBytes("sealed_sha256")),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                row.getInt("transactions"),
                row.getBoolean("wrong_password"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("stage")),
                row.getInt("done"),
                row.getInt("of_steps"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
