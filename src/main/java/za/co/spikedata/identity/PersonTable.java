package za.co.spikedata.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
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
            select id, email, name, role, state, epoch,
                exists (select from identity_authenticator a where a.tenant_id = p.tenant_id
                    and a.person_id = p.id and a.sealed_secret is not null) as has_authenticator,
                exists (select from identity_passkey k where k.tenant_id = p.tenant_id
                    and k.person_id = p.id) as has_passkey
            from identity_person p where p.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    PersonTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
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
                                                    (tenant_id, id, email, password_hash, role, state)
                                                values (:tenant, :id, :email, :hash, :role, :state)
                                                on conflict (tenant_id, email) do nothing
                                                """)
                                        .param("id", person.id().value())
                                        .param("email", person.email())
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
                                        select id, email, password_hash, role, state, epoch
                                        from identity_person
                                        where tenant_id = :tenant and email = :email
                                        """)
                                .param("email", email)
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

    List<Account> all(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, ACCOUNT + " order by p.email")
                                .query((row, _) -> account(tenant, row))
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
        set(tenant, id, "name", name);
    }

    void setEmail(TenantId tenant, PersonId id, String email) {
        set(tenant, id, "email", email);
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

    private void set(TenantId tenant, PersonId id, String column, String value) {
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

    private static Person person(TenantId tenant, ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                tenant,
                row.getString("email"),
                Person.Role.valueOf(row.getString("role")),
                row.getLong("epoch"));
    }

    private static Account account(TenantId tenant, ResultSet row) throws SQLException {
        return new Account(
                person(tenant, row),
                row.getString("name"),
                Account.State.valueOf(row.getString("state")),
                row.getBoolean("has_authenticator"),
                row.getBoolean("has_passkey"));
    }
}
