package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
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

/** What the database tells of legal holds to whoever has the database alone. */
@PortalTest
class SealedHoldsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOLDS = "select h::text from retention_hold h";

    @Autowired private Holds holds;
    @Autowired private KeyService keys;
    @Autowired private Clock clock;
    @Autowired private List<JavaMigration> migrations;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Test
    @DisplayName("ENC-02 why something is held is unreadable in the database")
    void keepsNoReasonInClear() {
        var hold = holds.place(SPIKE, "operator", UUID.randomUUID(), canary);

        assertThat(owner().sql(HOLDS).query(String.class).list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(canary));
        assertThat(holds.of(SPIKE))
                .filteredOn(each -> each.id().equals(hold))
                .extracting(Hold::reason)
                .containsExactly(canary);

        holds.lift(SPIKE, "operator", hold);
    }

    /** In a database of its own, filled as it was before reasons were sealed. */
    @Test
    void sealsTheReasonsThatWereThere() throws Exception {
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
            flyway.target("231").load().migrate();
            var database = JdbcClient.create(flyway.getDataSource());
            var id = UUID.randomUUID();
            database.sql(
                            """
                            insert into retention_hold (tenant_id, id, reason, placed_by)
                            values ('spike', :id, :reason, 'operator')
                            """)
                    .param("id", id)
                    .param("reason", canary)
                    .update();

            flyway.target("latest").load().migrate();

            assertThat(database.sql(HOLDS).query(String.class).list())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .doesNotContain(canary);
            try (Connection after = flyway.getDataSource().getConnection()) {
                after.setAutoCommit(false);
                var reasons = new HoldReasons(TenantSecrets.within(after, keys, clock));
                var row = database.sql("select * from retention_hold").query().singleRow();
                assertThat(reasons.unsealed(SPIKE, id, (byte[]) row.get("sealed_reason")))
                        .isEqualTo(canary);
            }
        } finally {
            owner().sql("drop database if exists " + name + " with (force)").update();
        }
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
