package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final List<String> CODES = List.of("204613", "990127", "318845");

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @TempDir private Path logs;
    private final String table = "planted_" + UUID.randomUUID().toString().replace("-", "");
    private Path log;
    private JdbcClient owner;

    @BeforeEach
    void somethingIsThere() throws IOException {
        owner = JdbcClient.create(owners);
        owner.sql("create table %s (words text, number bigint)".formatted(table)).update();
        log = Files.writeString(logs.resolve("portal.log"), "");
    }

    @AfterEach
    void theTableIsTakenAway() {
        owner.sql("drop table " + table).update();
    }

    @Test
    void findsThoseThatAreWrittenDownEachTime() throws IOException {
        var search = CodeSearch.begin(owner, logs);
        Files.writeString(log, "{\"code\":204613}\n{\"code\":\"990127\"}\n");
        keep("code 318845", 0);
        keep("code=990127", 0);

        assertThat(search.found(CODES, "204613\n318845"))
                .containsExactly(
                        "codes in console", "codes in log portal.log", "codes in table " + table);
    }

    @Test
    void findsNoneThatIsThereByChance() throws IOException {
        Files.writeString(log, "204613 990127\n");
        keep("204613 990127", 0);
        var search = CodeSearch.begin(owner, logs);
        Files.writeString(log, "204613 990127\n204613 204613\n");
        keep("318845", 990_127);
        keep("1.204613 a990127", 204_613);

        assertThat(search.found(CODES, "990127 0.318845")).isEmpty();
    }

    private void keep(String words, long number) {
        owner.sql("insert into %s values (:words, :number)".formatted(table))
                .param("words", words)
                .param("number", number)
                .update();
    }
}
