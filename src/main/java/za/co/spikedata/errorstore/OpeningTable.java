package za.co.spikedata.errorstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** Wishes to see PDFs, of each tenant; their reasons are sealed. */
@Repository
class OpeningTable {
    private static final String COLUMNS =
            """
            select id, document_id, person_id, asked_by, sealed_reason, asked_at, answer,
                answered_by, until, opened_at
            from errorstore_opening where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final TenantSecrets secrets;

    OpeningTable(JdbcClient jdbc, TenantDatabase database, TenantSecrets secrets) {
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    void insert(TenantId tenant, Opening opening) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into errorstore_opening (tenant_id, id, document_id,
                                            person_id, asked_by, sealed_reason, asked_at)
                                        values (:tenant, :id, :document, :owner, :by, :reason,
                                            :asked)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", opening.id())
                                .param("document", opening.document())
                                .param("owner", opening.owner())
                                .param("by", opening.by())
                                .param(
                                        "reason",
                                        secrets.seal(
                                                tenant, context(opening.id()), opening.reason()))
                                .param("asked", utc(opening.asked()))
                                .update());
    }

    /** The newest first. */
    List<Opening> all(TenantId tenant, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " order by asked_at desc, id limit :most")
                                .param("tenant", tenant.value())
                                .param("most", most)
                                .query((row, _) -> opening(tenant, row))
                                .list());
    }

    /** Those of one person's documents, the newest first. */
    List<Opening> of(TenantId tenant, UUID owner) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and person_id = :owner order by asked_at desc, id")
                                .param("tenant", tenant.value())
                                .param("owner", owner)
                                .query((row, _) -> opening(tenant, row))
                                .list());
    }

    Optional<Opening> latest(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        COLUMNS
                                                + " and document_id = :document"
                                                + " order by asked_at desc, id limit 1")
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query((row, _) -> opening(tenant, row))
                                .optional());
    }

    Optional<Opening> find(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + " and id = :id")
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query((row, _) -> opening(tenant, row))
                                .optional());
    }

    /**
     * Answers what nobody has answered; false when somebody has, or it is gone.
     *
     * @param until null: refused
     */
    boolean answer(
            TenantId tenant, UUID id, String by, @Nullable Instant until, Instant askedAfter) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update errorstore_opening
                                                set answer = :answer, answered_by = :by,
                                                    until = :until
                                                where tenant_id = :tenant and id = :id
                                                    and answer is null and asked_at > :after
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("answer", until == null ? "REFUSED" : "APPROVED")
                                        .param("by", by)
                                        .param("until", until == null ? null : utc(until))
                                        .param("after", utc(askedAfter))
                                        .update())
                == 1;
    }

    /** Notes the first look; false for later ones. */
    boolean open(TenantId tenant, UUID id, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update errorstore_opening set opened_at = :now
                                                where tenant_id = :tenant and id = :id
                                                    and opened_at is null
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("now", utc(now))
                                        .update())
                == 1;
    }

    void delete(TenantId tenant, List<UUID> documents) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from errorstore_opening
                                        where tenant_id = :tenant
                                            and document_id = any(:documents)
                                        """)
                                .param("tenant", tenant.value())
                                .param("documents", documents.toArray(UUID[]::new))
                                .update());
    }

    private Opening opening(TenantId tenant, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Opening(
                id,
                row.getObject("document_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("asked_by"),
                secrets.unsealText(tenant, context(id), row.getBytes("sealed_reason")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer") == null
                        ? Optional.empty()
                        : Optional.of(
                                new Opening.Answer(
                                        row.getString("answered_by"), moment(row, "until"))),
                moment(row, "opened_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static String context(UUID id) {
        return "errorstore_opening/" + id;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
