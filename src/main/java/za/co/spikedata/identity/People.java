package za.co.spikedata.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The people of each tenant. */
@Component
public class People {
    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final PasswordEncoder passwords;
    private final Audit audit;

    People(JdbcClient jdbc, TenantDatabase database, PasswordEncoder passwords, Audit audit) {
        this.jdbc = jdbc;
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Whether the tenant has nobody yet. */
    public boolean isEmpty(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql("select count(*) from identity_person where tenant_id = :tenant")
                                        .param("tenant", tenant.value())
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    /** Adds a person who signs in with this password. */
    public Person add(TenantId tenant, String email, String password, Person.Role role) {
        var person = new Person(new PersonId(UUID.randomUUID()), tenant, canonical(email), role);
        var hash = passwords.encode(password);
        database.run(
                tenant,
                () -> {
                    jdbc.sql(
                                    """
                                    insert into identity_person
                                        (tenant_id, id, email, password_hash, role)
                                    values (:tenant, :id, :email, :hash, :role)
                                    """)
                            .param("tenant", tenant.value())
                            .param("id", person.id().value())
                            .param("email", person.email())
                            .param("hash", hash)
                            .param("role", role.name())
                            .update();
                    audit.record(tenant, "system", "person.added", person.id().toString());
                });
        return person;
    }

    /** The person and the hash their password is checked against. */
    Optional<Credentials> find(TenantId tenant, String email) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id, email, password_hash, role from identity_person
                                        where tenant_id = :tenant and email = :email
                                        """)
                                .param("tenant", tenant.value())
                                .param("email", canonical(email))
                                .query((row, _) ->
                                        new Credentials(
                                                new Person(
                                                        new PersonId(
                                                                row.getObject("id", UUID.class)),
                                                        tenant,
                                                        row.getString("email"),
                                                        Person.Role.valueOf(row.getString("role"))),
                                                row.getString("password_hash")))
                                .optional());
    }

    /** One spelling for each address, so that nobody can register a look-alike of their own. */
    static String canonical(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    record Credentials(Person person, String hash) {
        @Override
        public String toString() {
            return "Credentials[*]";
        }
    }
}
