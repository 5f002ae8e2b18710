package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class RefusalTrailTest {
    @LocalServerPort private int port;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Test
    @DisplayName("LOG-01 LOG-04 the trail tells where somebody was refused, not what they typed")
    void keepsIdsAndOurOwnWords() {
        var person = new Browserless(port, "app.localhost").signIn();
        var id = UUID.randomUUID();

        assertThat(person.get("/statements/" + id).statusCode()).isEqualTo(404);
        assertThat(person.get("/statements/vandermerwe").statusCode()).isEqualTo(404);
        assertThat(person.get("/people/" + id).statusCode()).isIn(403, 404);

        assertThat(subjects()).contains("GET /statements/" + id, "GET /people/" + id);
        assertThat(subjects()).contains("GET /statements/*").noneMatch(this::tellsWhatWasTyped);
    }

    private boolean tellsWhatWasTyped(String subject) {
        return subject.contains("vandermerwe");
    }

    private List<String> subjects() {
        return JdbcClient.create(owners)
                .sql("select subject from audit_event where action = 'access.refused'")
                .query(String.class)
                .list();
    }
}
