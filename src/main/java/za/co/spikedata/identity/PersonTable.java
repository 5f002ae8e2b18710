package za.co.spikedata.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The people of each tenant. */
@Repository
class PersonTable {
    private static final String ACCOUNT =
            """
            select id, sealed_email, sealed_name, role, state, epoch, language,
                exists (select from identity_authenticator a where a.tenant_id = p.tenant_id
                    and a.person_id = p.id and a.sealed_secret is not null) as has_authenticator,
                exists (select from identity_passkey k where k.tenant_id = p.tenant_id
                    and k.person_id = p.id) as has_passkey
            from identity_person p where p.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final PersonSecrets secrets;

    PersonTable(JdbcClient jdbc, TenantDatabase database, PersonSecrets secrets) {
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    int count(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        "select count(*) from identity_person where tenant_id ="
                                                + " :tenant")
                                .query(Integer.class)
                                .single());
    }

    /** Adds the person, unless the address is taken. */
    boolean insert(TenantId tenant, Person person, Account.State state, Optional<String> hash) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                """
                                                insert into identity_person
                                                    (tenant_id, id, email_hash, sealed_email,
                                                    sealed_name, password_hash, role, state)
                                                values (:tenant, :id, :found, :email, :name,
                                                    :hash, :role, :state)
                                                on conflict (tenant_id, email_hash) do nothing
                                                """)
                                        .param("id", person.id().value())
                                        .param("found", secrets.hash(tenant, person.email()))
                                        .param(
                                                "email",
                                                secrets.email(tenant, person.id(), person.email()))
                                        .param("name", secrets.name(tenant, person.id(), ""))
                                        .param("hash", hash.orElse(null))
                                        .param("role", person.role().name())
                                        .param("state", state.name())
                                        .update())
                == 1;
    }

    Optional<Credentials> credentials(TenantId tenant, String email) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        select id, sealed_email, password_hash, role, state, epoch
                                        from identity_person
                                        where tenant_id = :tenant and email_hash = :hash
                                        """)
                                .param("hash", secrets.hash(tenant, email))
                                .query((row, _) ->
                                        new Credentials(
                                                person(tenant, row),
                                                Account.State.valueOf(row.getString("state")),
                                                Optional.ofNullable(
                                                        row.getString("password_hash"))))
                                .optional());
    }

    Optional<Account> find(TenantId tenant, PersonId id) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, ACCOUNT + " and p.id = :id")
                                .param("id", id.value())
                                .query((row, _) -> account(tenant, row))
                                .optional());
    }

    /** When they were added. */
    Optional<Instant> created(TenantId tenant, PersonId id) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        select created_at from identity_person
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("id", id.value())
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant));
    }

    /** In the order of their addresses, which only we can read. */
    List<Account> all(TenantId tenant) {
        var all =
                database.call(
                        tenant,
                        () -> sql(tenant, ACCOUNT).query((row, _) -> account(tenant, row)).list());
        return all.stream().sorted(Comparator.comparing(each -> each.person().email())).toList();
    }

    /** Who is in charge and can sign in. */
    List<PersonId> inCharge(TenantId tenant) {
        return inCharge(tenant, "");
    }

    /** The same; until the transaction ends, none of them changes. */
    List<PersonId> heldInCharge(TenantId tenant) {
        return inCharge(tenant, " for update");
    }

    private List<PersonId> inCharge(TenantId tenant, String how) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        select id from identity_person
                                        where tenant_id = :tenant and state = 'ACTIVE'
                                            and role in ('OPERATOR', 'ADMINISTRATOR')
                                        order by id
                                        """
                                                + how)
                                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                                .list());
    }

    Optional<String> hash(TenantId tenant, PersonId id) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        select password_hash from identity_person
                                        where tenant_id = :tenant and id = :id
                                            and password_hash is not null
                                        """)
                                .param("id", id.value())
                                .query(String.class)
                                .optional());
    }

    void setPassword(TenantId tenant, PersonId id, String hash) {
        set(tenant, id, "password_hash", hash);
    }

    void setRole(TenantId tenant, PersonId id, Person.Role role) {
        set(tenant, id, "role", role.name());
    }

    void setState(TenantId tenant, PersonId id, Account.State state) {
        set(tenant, id, "state", state.name());
    }

    void setName(TenantId tenant, PersonId id, String name) {
        set(tenant, id, "sealed_name", secrets.name(tenant, id, name));
    }

    void setLanguage(TenantId tenant, PersonId id, String language) {
        set(tenant, id, "language", language);
    }

    void setSignedInLanguage(TenantId tenant, PersonId id, String language) {
        set(tenant, id, "signed_in_language", language);
    }

    /** The language to write to whoever has this address in, as far as it is known. */
    Optional<String> language(TenantId tenant, String email) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        select coalesce(language, signed_in_language)
                                        from identity_person
                                        where tenant_id = :tenant and email_hash = :hash
                                            and coalesce(language, signed_in_language) is not null
                                        """)
                                .param("hash", secrets.hash(tenant, email))
                                .query(String.class)
                                .optional());
    }

    void setEmail(TenantId tenant, PersonId id, String email) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        update identity_person
                                        set email_hash = :hash, sealed_email = :email
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("id", id.value())
                                .param("hash", secrets.hash(tenant, email))
                                .param("email", secrets.email(tenant, id, email))
                                .update());
    }

    /** Ends every session of the person that was begun before; tells the epoch that begins. */
    long beginEpoch(TenantId tenant, PersonId id) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        update identity_person set epoch = epoch + 1
                                        where tenant_id = :tenant and id = :id returning epoch
                                        """)
                                .param("id", id.value())
                                .query(Long.class)
                                .single());
    }

    /** Of everybody, without asking who they are. */
    List<PersonId> ids(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, "select id from identity_person where tenant_id = :tenant")
                                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                                .list());
    }

    /** Ends every session of the tenant that was begun before, but those of one person. */
    void beginEpochs(TenantId tenant, PersonId but) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        update identity_person set epoch = epoch + 1
                                        where tenant_id = :tenant and id <> :but
                                        """)
                                .param("but", but.value())
                                .update());
    }

    void delete(TenantId tenant, PersonId id) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        """
                                        delete from identity_person
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("id", id.value())
                                .update());
    }

    private void set(TenantId tenant, PersonId id, String column, Object value) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        "update identity_person set "
                                                + column
                                                + " = :value where tenant_id = :tenant and id ="
                                                + " :id")
                                .param("id", id.value())
                                .param("value", value)
                                .update());
    }

    private StatementSpec sql(TenantId tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value());
    }

    private Person person(TenantId tenant, ResultSet row) throws SQLException {
        var id = new PersonId(row.getObject("id", UUID.class));
        return new Person(
                id,
                tenant,
                secrets.email(tenant, id, row.getBytes("sealed_email")),
                Person.Role.valueOf(row.getString("role")),
                row.getLong("epoch"));
    }

    private Account account(TenantId tenant, ResultSet row) throws SQLException {
        var person = person(tenant, row);
        return new Account(
                person,
                secrets.name(tenant, person.id(), row.getBytes("sealed_name")),
                Account.State.valueOf(row.getString("state")),
                row.getBoolean("has_authenticator"),
                row.getBoolean("has_passkey"),
                Optional.ofNullable(row.getString("language")));
    }
}
