package za.co.spikedata.identity;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The passkeys of each person: public keys and what came with them. */
@Repository
class PasskeyTable {
    private static final String SELECT =
            "select * from identity_passkey where tenant_id = :tenant and ";

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final PersonSecrets secrets;

    PasskeyTable(JdbcClient jdbc, TenantDatabase database, PersonSecrets secrets) {
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    Optional<CredentialRecord> find(TenantId tenant, Bytes credential) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, SELECT + "credential_id = :id")
                                .param("id", credential.getBytes())
                                .query((row, _) -> passkey(tenant, row))
                                .optional());
    }

    List<CredentialRecord> of(TenantId tenant, PersonId person) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, SELECT + "person_id = :person order by created_at")
                                .param("person", person.value())
                                .query((row, _) -> passkey(tenant, row))
                                .list());
    }

    /** Adds the passkey, or keeps what its use changed. */
    void put(TenantId tenant, CredentialRecord passkey) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        insert into identity_passkey (tenant_id, credential_id,
                                            person_id, sealed_label, public_key, signature_count, verified,
                                            transports, backup_eligible, backed_up, attestation,
                                            client_data, created_at, last_used_at)
                                        values (:tenant, :id, :person, :label, :key, :count,
                                            :verified, :transports, :eligible, :backed,
                                            :attestation, :client, :created, :used)
                                        on conflict (tenant_id, credential_id) do update set
                                            signature_count = :count, verified = :verified,
                                            backed_up = :backed, last_used_at = :used
                                        """)
                                .param("id", passkey.getCredentialId().getBytes())
                                .param("person", person(passkey.getUserEntityUserId()).value())
                                .param(
                                        "label",
                                        secrets.label(
                                                tenant,
                                                person(passkey.getUserEntityUserId()),
                                                passkey.getLabel()))
                                .param("key", passkey.getPublicKey().getBytes())
                                .param("count", passkey.getSignatureCount())
                                .param("verified", passkey.isUvInitialized())
                                .param(
                                        "transports",
                                        passkey.getTransports().stream()
                                                .map(AuthenticatorTransport::getValue)
                                                .collect(Collectors.joining(",")))
                                .param("eligible", passkey.isBackupEligible())
                                .param("backed", passkey.isBackupState())
                                .param("attestation", bytes(passkey.getAttestationObject()))
                                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                                .param("created", passkey.getCreated().atOffset(ZoneOffset.UTC))
                                .param("used", passkey.getLastUsed().atOffset(ZoneOffset.UTC))
                                .update());
    }

    boolean delete(TenantId tenant, PersonId person, Bytes credential) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                """
                                                delete from identity_passkey
                                                where tenant_id = :tenant and person_id = :person
                                                    and credential_id = :id
                                                """)
                                        .param("person", person.value())
                                        .param("id", credential.getBytes())
                                        .update())
                == 1;
    }

    void clear(TenantId tenant, PersonId person) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        delete from identity_passkey
                                        where tenant_id = :tenant and person_id = :person
                                        """)
                                .param("person", person.value())
                                .update());
    }

    /** A person's id as authenticators keep it. */
    static Bytes handle(PersonId person) {
        return new Bytes(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(person.value().getMostSignificantBits())
                        .putLong(person.value().getLeastSignificantBits())
                        .array());
    }

    static PersonId person(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private StatementSpec sql(TenantId tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value());
    }

    private CredentialRecord passkey(TenantId tenant, ResultSet row) throws SQLException {
        var person = new PersonId(row.getObject("person_id", UUID.class));
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(person))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(
                        Arrays.stream(row.getString("transports").split(","))
                                .filter(each -> !each.isEmpty())
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(time(row, "created_at"))
                .lastUsed(time(row, "last_used_at"))
                .label(secrets.label(tenant, person, row.getBytes("sealed_label")))
                .build();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}
