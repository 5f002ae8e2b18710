package za.co.spikedata.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The credentials of each tenant's programs. */
@Component
class CredentialTable {
    private static final String COLUMNS =
            """
            select id, kind, sealed_name, scopes, secret_hash, most_at_once, created_by,
                created_at, expires_at, revoked_at, last_used_at, replaced_at, requests_a_minute,
                coalesce(lineage, id) as lineage
            from api_credential
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final CredentialNames names;

    CredentialTable(JdbcClient jdbc, TenantDatabase database, CredentialNames names) {
        this.names = names;
        this.jdbc = jdbc;
        this.database = database;
    }

    void insert(TenantId tenant, Credential credential) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into api_credential (tenant_id, id, lineage, kind, sealed_name, scopes, secret_hash,
                                            most_at_once, requests_a_minute, created_by, created_at, expires_at)
                                        values (:tenant, :id, :lineage, :kind, :name, :scopes, :hash, :most, :pace, :by, :at, :end)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", credential.id())
                                .param("lineage", credential.lineage())
                                .param("kind", credential.kind().name())
                                .param(
                                        "name",
                                        names.sealed(tenant, credential.id(), credential.name()))
                                .param("scopes", Scope.text(credential.scopes()))
                                .param("hash", credential.secretHash())
                                .param("most", credential.mostAtOnce())
                                .param("pace", credential.pace().own().orElse(null))
                                .param("by", credential.createdBy())
                                .param("at", at(credential.createdAt()))
                                .param(
                                        "end",
                                        credential
                                                .expiresAt()
                                                .map(CredentialTable::at)
                                                .orElse(null))
                                .update());
    }

    /** Without its name: whoever only decides by it waits for no key. */
    Optional<Credential> find(TenantId tenant, UUID id) {
        return sealed(tenant, id).map(Sealed::credential);
    }

    /** With its name, for which a key may be asked for: not within a transaction. */
    Optional<Credential> named(TenantId tenant, UUID id) {
        return sealed(tenant, id).map(each -> opened(tenant, each));
    }

    private Optional<Sealed> sealed(TenantId tenant, UUID id) {
        return database.find(
                tenant,
                COLUMNS + "where tenant_id = :tenant and id = :id",
                new MapSqlParameterSource("id", id),
                CredentialTable::row);
    }

    /** Without its name. */
    Optional<Credential> find(TenantId tenant, byte[] secretHash) {
        return database.find(
                        tenant,
                        COLUMNS + "where tenant_id = :tenant and secret_hash = :hash",
                        new MapSqlParameterSource("hash", secretHash),
                        CredentialTable::row)
                .map(Sealed::credential);
    }

    /** The newest first, with their names. */
    List<Credential> all(TenantId tenant) {
        var all =
                database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                COLUMNS
                                                        + "where tenant_id = :tenant"
                                                        + " order by created_at desc, id")
                                        .param("tenant", tenant.value())
                                        .query(CredentialTable::row)
                                        .list());
        return all.stream().map(each -> opened(tenant, each)).toList();
    }

    /** False when it was revoked before, or is none. */
    boolean revoke(TenantId tenant, UUID id, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update api_credential set revoked_at = :now
                                                where tenant_id = :tenant and id = :id and revoked_at is null
                                                """)
                                        .param("now", at(now))
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /**
     * With all that it replaces or is replaced by, which are counted together; false when it was
     * revoked before, or is none.
     */
    boolean limit(TenantId tenant, UUID id, Pace pace) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update api_credential set requests_a_minute = :pace
                                                where tenant_id = :tenant and revoked_at is null
                                                    and coalesce(lineage, id) =
                                                        (select coalesce(lineage, id)
                                                        from api_credential
                                                        where tenant_id = :tenant and id = :id
                                                            and revoked_at is null)
                                                """)
                                        .param("pace", pace.own().orElse(null))
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                > 0);
    }

    /** True for the first who replaces it. */
    boolean replace(TenantId tenant, UUID id, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update api_credential set replaced_at = :now
                                                where tenant_id = :tenant and id = :id
                                                    and replaced_at is null and revoked_at is null
                                                """)
                                        .param("now", at(now))
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /** One of many requests at once notes it; the others do not wait for that. */
    void used(TenantId tenant, UUID id, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update api_credential set last_used_at = :now
                                        where tenant_id = :tenant and id = (
                                            select id from api_credential
                                            where tenant_id = :tenant and id = :id
                                            for no key update skip locked)
                                        """)
                                .param("now", at(now))
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .update());
    }

    /** A credential without its name, and that name. */
    private record Sealed(Credential credential, byte[] name) {}

    private Credential opened(TenantId tenant, Sealed sealed) {
        var credential = sealed.credential();
        return credential.called(names.unsealed(tenant, credential.id(), sealed.name()));
    }

    private static Sealed row(ResultSet row, int number) throws SQLException {
        return new Sealed(unnamed(row), row.getBytes("sealed_name"));
    }

    private static Credential unnamed(ResultSet row) throws SQLException {
        return new Credential(
                row.getObject("id", UUID.class),
                row.getObject("lineage", UUID.class),
                Credential.Kind.valueOf(row.getString("kind")),
                "",
                Scope.parse(row.getString("scopes")),
                row.getBytes("secret_hash"),
                row.getInt("most_at_once"),
                new Pace(Optional.ofNullable(row.getObject("requests_a_minute", Integer.class))),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                instant(row, "replaced_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(found).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
