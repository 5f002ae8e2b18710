package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** Which holds people are told of. */
@PortalTest
class HoldTableTest {
    @LocalServerPort private int port;
    @Autowired private Holds holds;
    @Autowired private HoldTable table;

    @Test
    @DisplayName("DEL-06 people are told of what held their things, not of what was before them")
    void tellsOfWhatConcernsThem() {
        var tenant = NewTenant.create(port, "holds").id();
        var person = UUID.randomUUID();
        var before = Instant.now().minus(Duration.ofMinutes(1));
        holds.lift(tenant, "operator", holds.place(tenant, "operator", null, "Case 1"));
        var after = Instant.now().plus(Duration.ofMinutes(1));
        var others = holds.place(tenant, "operator", UUID.randomUUID(), "Case 2");

        assertThat(table.of(tenant, person, before)).hasSize(1);
        assertThat(table.of(tenant, person, after)).isEmpty();

        var everybodys = holds.place(tenant, "operator", null, "Case 3");
        var theirs = holds.place(tenant, "operator", person, "Case 4");
        assertThat(table.of(tenant, person, after))
                .hasSize(2)
                .extracting(HoldTable.Span::lifted)
                .containsOnly(Optional.empty());

        holds.lift(tenant, "operator", others);
        holds.lift(tenant, "operator", everybodys);
        holds.lift(tenant, "operator", theirs);
    }
}
