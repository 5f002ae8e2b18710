package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.co.spikedata.Portal;
import za.co.spikedata.support.PortalTest;

/** Commands as whoever runs the portal calls them: each in a process of its own. */
@PortalTest
class CommandsTest {
    private static final String NAME = "of_commands";

    private static final String DOCUMENTS =
            """
            select json_agg(document) from tenancy_document as document
            where tenant in ('spike', 'acme', 'admin')
            """;
    private static final String COPY =
            """
            insert into tenancy_document
            select * from json_populate_recordset(null::tenancy_document, :documents::json)
            """;

    @Autowired private PortalSettings settings;
    @Autowired private DatabaseConfiguration.Address address;
    @Autowired private List<JavaMigration> migrations;
    @Autowired @FlywayDataSource private DataSource owner;

    @TempDir private Path data;
    private String url;

    private record Ended(int code, String said) {}

    /** Beside the portal's own, whose keys others use. */
    @BeforeEach
    void aDatabaseIsThere() {
        JdbcClient.create(owner).sql("create database " + NAME).update();
        url = address.url().replaceFirst("/[^/?]+(\\?|$)", "/" + NAME + "$1");
        Flyway.configure()
                .dataSource(url, address.ownerUser(), address.ownerPassword())
                .javaMigrations(migrations.toArray(JavaMigration[]::new))
                .load()
                .migrate();
        var documents = JdbcClient.create(owner).sql(DOCUMENTS).query(String.class).single();
        JdbcClient.create(
                        new DriverManagerDataSource(
                                url, address.ownerUser(), address.ownerPassword()))
                .sql(COPY)
                .param("documents", documents)
                .update();
    }

    @AfterEach
    void itGoes() {
        JdbcClient.create(owner).sql("drop database " + NAME + " with (force)").update();
    }

    @Test
    void replaceAndRetireKeys() throws Exception {
        var rotated = command("keys", "rotate");

        assertThat(rotated.said)
                .contains("spike: key 2, ", "acme: key 2, ", "signatures: the next keys");
        assertThat(rotated.code).isZero();

        var retired = command("keys", "retire");

        assertThat(retired.said).contains("spike: key 2, ", "acme: key 2, ");
        assertThat(retired.code).isZero();
    }

    @Test
    void verifyTheTrails() throws Exception {
        var verified = command("audit", "verify");

        assertThat(verified.said).contains("spike: 0 events, whole, not anchored yet");
        assertThat(verified.code).isZero();
    }

    private Ended command(String... words) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(java, "-cp", classes, Portal.class.getName()));
        command.addAll(List.of(words));
        command.add("--portal.data=" + data);
        command.add("--portal.database.url=" + url);
        command.add("--portal.database.owner-user=" + address.ownerUser());
        command.add("--portal.master-key=" + masterKey());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** The portal's, by which the migrations wrapped. */
    private String masterKey() throws IOException {
        return Files.readString(settings.data().resolve("master.key")).strip();
    }
}
