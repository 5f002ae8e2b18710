package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.TenantSecrets;

/** What the database tells of programs' credentials to whoever has the database alone. */
@PortalTest
class SealedCredentialsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String CREDENTIALS = "select c::text from api_credential c";
    private static final String SEALED_OF_ENDED =
            "select sealed_name from api_credential where tenant_id = 'ended'";

    @Autowired private KeyService keys;
    @Autowired private Clock clock;
    @Autowired private List<JavaMigration> migrations;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    /** In a database of its own, filled as it was before names were sealed. */
    @Test
    @DisplayName("ENC-02 seals the names that were there")
    void sealsTheNamesThatWereThere() throws Exception {
        var name = "before_" + canary;
        owner().sql("create database " + name).update();
        try (var connection = owners.getConnection()) {
            var url =
                    connection
                            .getMetaData()
                            .getURL()
                            .replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
            var flyway =
                    Flyway.configure()
                            .dataSource(url, connection.getMetaData().getUserName(), "")
                            .javaMigrations(migrations.toArray(JavaMigration[]::new));
            flyway.target("299").load().migrate();
            var database = JdbcClient.create(flyway.getDataSource());
            var id = insert(database, "spike");
            insert(database, "ended");
            database.sql(
                            """
                            insert into vault_tenant_key
                                (tenant_id, purpose, generation, wrapped_key, wrapped_by)
                            values ('ended', 'ENDED', 0, '', '')
                            """)
                    .update();

            flyway.target("latest").load().migrate();

            assertThat(database.sql(CREDENTIALS).query(String.class).list())
                    .hasSize(2)
                    .noneMatch(row -> row.contains(canary));
            assertThat(database.sql(SEALED_OF_ENDED).query(byte[].class).single())
                    .as("a tenant whose keys are destroyed gets no others")
                    .isEmpty();
            try (Connection after = flyway.getDataSource().getConnection()) {
                after.setAutoCommit(false);
                var names = new CredentialNames(TenantSecrets.within(after, keys, clock));
                var row =
                        database.sql("select * from api_credential where tenant_id = 'spike'")
                                .query()
                                .singleRow();
                assertThat(names.unsealed(SPIKE, id, (byte[]) row.get("sealed_name")))
                        .isEqualTo(canary);
            }
        } finally {
            owner().sql("drop database if exists " + name + " with (force)").update();
        }
    }

    private UUID insert(JdbcClient database, String tenant) {
        var id = UUID.randomUUID();
        database.sql(
                        """
                        insert into api_credential (tenant_id, id, kind, name, scopes,
                            secret_hash, most_at_once, created_by, created_at)
                        values (:tenant, :id, 'PAIR', :name, '', '', 1, 'somebody', now())
                        """)
                .param("tenant", tenant)
                .param("id", id)
                .param("name", canary)
                .update();
        return id;
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
