package za.co.spikedata.errorstore;

import static org.assertj.core.api.Assertions.assertThat;

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
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.PlatformSecrets;

/** What the database tells of support's notes to whoever has the database alone. */
@PortalTest
class SealedGroupNotesTest {
    private static final String GROUPS = "select g::text from errorstore_group g";

    @Autowired private Decisions decisions;
    @Autowired private KeyService keys;
    @Autowired private List<JavaMigration> migrations;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final String group = "group-" + UUID.randomUUID();

    @Test
    @DisplayName("ENC-02 what support notes about a group is unreadable in the database")
    void keepsNoNoteInClear() {
        decisions.note(group, canary);

        assertThat(owner().sql(GROUPS).query(String.class).list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(canary));
        assertThat(decisions.all().get(group).note()).isEqualTo(canary);

        decisions.note(group, "");
        assertThat(decisions.all().get(group).note()).isEmpty();
        owner().sql("delete from errorstore_group where id = :id").param("id", group).update();
    }

    /** In a database of its own, filled as it was before notes were sealed. */
    @Test
    void sealsTheNotesThatWereThere() throws Exception {
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
            flyway.target("495").load().migrate();
            var database = JdbcClient.create(flyway.getDataSource());
            database.sql(
                            """
                            insert into errorstore_group (id, state, note, decided_at)
                            values ('noted', 'OPEN', :note, now()), ('bare', 'OPEN', '', now())
                            """)
                    .param("note", canary)
                    .update();

            flyway.target("latest").load().migrate();

            assertThat(database.sql(GROUPS).query(String.class).list())
                    .hasSize(2)
                    .noneMatch(row -> row.contains(canary));
            try (var after = flyway.getDataSource().getConnection()) {
                var notes = new GroupNotes(PlatformSecrets.within(after, keys));
                assertThat(notes.unsealed("noted", sealed(database, "noted"))).isEqualTo(canary);
                assertThat(notes.unsealed("bare", sealed(database, "bare"))).isEmpty();
            }
        } finally {
            owner().sql("drop database if exists " + name + " with (force)").update();
        }
    }

    private static byte[] sealed(JdbcClient database, String group) {
        return (byte[])
                database.sql("select sealed_note from errorstore_group where id = :id")
                        .param("id", group)
                        .query()
                        .singleRow()
                        .get("sealed_note");
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
