package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/** What the database holds of people, seen by whoever has the database alone. */
@PortalTest
class SealedPeopleTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");

    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private KeyService keys;
    @Autowired private Clock clock;
    @Autowired private List<JavaMigration> migrations;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Test
    @DisplayName("ENC-02 equal people of two tenants are unlike in the database, and unreadable")
    void keepsNothingInClear() {
        var email = canary + "@example.com";
        for (var tenant : List.of(SPIKE, ACME)) {
            var person = people.add(tenant, email, PortalTest.PASSWORD, Person.Role.MEMBER);
            table.setName(tenant, person.id(), canary);
        }

        var rows = owner().sql("select p::text from identity_person p").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(canary));
        for (var column : List.of("email_hash", "sealed_email", "sealed_name")) {
            assertThat(values(column, email)).as(column).hasSize(2).doesNotHaveDuplicates();
        }
        assertThat(values("substring(sealed_email, 1, 4)", email))
                .as("the key's generation")
                .allMatch(generation -> Integer.parseInt(generation, 16) > 0);
    }

    @Test
    void findsAnAddressHoweverItIsTyped() {
        var person =
                people.add(SPIKE, canary + "@example.com", PortalTest.PASSWORD, Person.Role.MEMBER);

        assertThat(
                        table.credentials(
                                SPIKE,
                                " " + canary.toUpperCase(java.util.Locale.ROOT) + "@Example.com "))
                .get()
                .extracting(found -> found.person().id())
                .isEqualTo(person.id());
        assertThat(table.credentials(ACME, canary + "@example.com")).isEmpty();
    }

    @Test
    @DisplayName("ENC-03 a value that was changed or comes from another row is refused, and told")
    void refusesAnothersValues() {
        var one = people.add(SPIKE, "a" + canary + "@example.com", "x", Person.Role.MEMBER);
        var other = people.add(SPIKE, "b" + canary + "@example.com", "x", Person.Role.MEMBER);
        owner().sql(
                        """
                        update identity_person set sealed_email =
                            (select sealed_email from identity_person where id = :other)
                        where id = :one
                        """)
                .param("one", one.id().value())
                .param("other", other.id().value())
                .update();
        assertThatThrownBy(() -> table.find(SPIKE, one.id())).isInstanceOf(Unsealable.class);

        owner().sql(
                        """
                        update identity_person set sealed_name = set_byte(sealed_name, 20,
                            255 - get_byte(sealed_name, 20)) where id = :other
                        """)
                .param("other", other.id().value())
                .update();
        assertThatThrownBy(() -> table.find(SPIKE, other.id())).isInstanceOf(Unsealable.class);
        UploadForm.await(() -> told("identity_person.email/" + one.id()));
        UploadForm.await(() -> told("identity_person.name/" + other.id()));
        owner().sql("delete from identity_person where id in (:one, :other)")
                .param("one", one.id().value())
                .param("other", other.id().value())
                .update();
    }

    @Test
    @DisplayName("LOG-02 a taken address is told by the database as a hash")
    void tellsNoAddressInErrors() {
        var email = canary + "@example.com";
        people.add(SPIKE, email, "x", Person.Role.MEMBER);
        var other = people.add(SPIKE, "other" + email, "x", Person.Role.MEMBER);

        assertThatThrownBy(() -> table.setEmail(SPIKE, other.id(), email))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("email_hash")
                .hasMessageNotContaining(canary);
    }

    /** In a database of its own, filled as it was before anything of people was sealed. */
    @Test
    void sealsThePeopleThatWereThere() throws Exception {
        var name = "before_" + canary;
        owner().sql("create database " + name).update();
        try (var connection = owners.getConnection()) {
            var url =
                    connection
                            .getMetaData()
                            .getURL()
                            .replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
            var old =
                    Flyway.configure().dataSource(url, connection.getMetaData().getUserName(), "");
            old.target("145").load().migrate();
            var before = JdbcClient.create(old.getDataSource());
            var id = UUID.randomUUID();
            before.sql(
                            """
                            insert into identity_person
                                (tenant_id, id, email, name, password_hash, role)
                            values ('spike', :id, :email, :name, 'x', 'MEMBER')
                            """)
                    .param("id", id)
                    .param("email", canary + "@example.com")
                    .param("name", canary)
                    .update();

            old.target("latest")
                    .javaMigrations(migrations.toArray(JavaMigration[]::new))
                    .load()
                    .migrate();

            assertThat(
                            before.sql("select p::text from identity_person p")
                                    .query(String.class)
                                    .list())
                    .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                    .doesNotContain(canary);
            try (Connection after = old.getDataSource().getConnection()) {
                after.setAutoCommit(false);
                var secrets = new PersonSecrets(TenantSecrets.within(after, keys, clock));
                var row = before.sql("select * from identity_person").query().singleRow();
                var person = new PersonId(id);
                assertThat(secrets.email(SPIKE, person, (byte[]) row.get("sealed_email")))
                        .isEqualTo(canary + "@example.com");
                assertThat(secrets.name(SPIKE, person, (byte[]) row.get("sealed_name")))
                        .isEqualTo(canary);
                assertThat(row.get("email_hash"))
                        .isEqualTo(secrets.hash(SPIKE, canary + "@example.com"));
            }
        } finally {
            owner().sql("drop database if exists " + name + " with (force)").update();
        }
    }

    private boolean told(String subject) {
        return owner().sql(
                        """
                        select exists (select from audit_event
                            where action = 'seal.broken' and subject = :subject)
                        """)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    private List<String> values(String expression, String email) {
        return owner().sql(
                        "select encode("
                                + expression
                                + ", 'hex') from identity_person where email_hash in (:hashes)")
                .param("hashes", List.of(secrets.hash(SPIKE, email), secrets.hash(ACME, email)))
                .query(String.class)
                .list();
    }

    @Autowired private PersonSecrets secrets;

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
