package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.PortalTest;

@PortalTest
@DisplayName("OTP-06 the search for codes")
class CodeSearchTest {
    private static final Map<String, List<String>> CODES =
            Map.of("right", List.of("204613", "990127"), "wrong", List.of("318845", "771502"));

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @TempDir private Path logs;
    private final String table = "planted_" + UUID.randomUUID().toString().replace("-", "");
    private Path log;
    private JdbcClient owner;

    @BeforeEach
    void somethingIsThere() throws IOException {
        owner = JdbcClient.create(owners);
        owner.sql("create table %s (words text, number bigint, list text[])".formatted(table))
                .update();
        log = Files.writeString(logs.resolve("portal.log"), "");
    }

    @AfterEach
    void theTableIsTakenAway() {
        owner.sql("drop table " + table).update();
    }

    @Test
    void findsThoseThatAreWrittenDownEachTime() throws IOException {
        var search = CodeSearch.begin(owner, logs);
        Files.writeString(log, "{\"code\":318845}\n{\"code\":\"771502\"}\n");
        keep("code 318845", 0);
        keep("code=771502", 0);

        assertThat(search.found(CODES, "204613\n990127 771502 318845"))
                .containsExactly(
                        "right codes in console",
                        "wrong codes in console",
                        "wrong codes in log portal.log",
                        "wrong codes in table " + table);
    }

    @Test
    void findsThoseThatWereTakenAlone() throws IOException {
        var search = CodeSearch.begin(owner, logs);
        Files.writeString(log, "taken 204613\ntaken 990127\n");
        owner.sql("insert into %s (list) values ('{a,204613}'), ('{990127}')".formatted(table))
                .update();

        assertThat(search.found(CODES, ""))
                .containsExactly("right codes in log portal.log", "right codes in table " + table);
    }

    @Test
    void findsNoneThatIsThereByChance() throws IOException {
        Files.writeString(log, "204613 990127\n");
        keep("204613 990127", 0);
        var search = CodeSearch.begin(owner, logs);
        Files.writeString(log, "204613 990127\n204613 204613\n");
        keep("318845", 990_127);
        keep("204613", 771_502);
        keep("1.204613 a990127", 204_613);

        assertThat(search.found(CODES, "990127 0.318845")).isEmpty();
    }

    private void keep(String words, long number) {
        owner.sql("insert into %s (words, number) values (:words, :number)".formatted(table))
                .param("words", words)
                .param("number", number)
                .update();
    }
}
