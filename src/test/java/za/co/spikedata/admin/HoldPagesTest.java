package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Legal holds, from the console and from the tenant. */
@PortalTest
class HoldPagesTest {
    private static final TenantId SPIKE = new TenantId("spike");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Holds holds;

    private final String email = "held-" + UUID.randomUUID() + "@example.com";
    private final String reason = "Case " + UUID.randomUUID();

    private Browserless operator;
    private Person held;

    @BeforeEach
    void signIn() {
        operator = new Browserless(port, "admin.localhost").signIn();
        held = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
    }

    @Test
    @DisplayName("DEL-04 an operator places a hold, administrators see why, and it is lifted")
    void placesAndLiftsAHold() {
        var chief = "chief-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, chief, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        var administrator =
                new Browserless(port, "app.localhost").signIn(chief, PortalTest.PASSWORD);

        place("spike", email, reason);

        assertThat(holds.isHeld(SPIKE, held.id().value())).isTrue();
        var row = operator.page("/holds").select("tr:contains(" + reason + ")");
        assertThat(row.text()).contains(email, PortalTest.EMAIL);
        assertThat(administrator.page("/holds").select("tr:contains(" + reason + ")").text())
                .contains(email)
                .doesNotContain(PortalTest.EMAIL);
        assertThat(administrator.page("/audit?action=hold.placed").select("tbody").text())
                .isNotEmpty();

        var lift = row.select("form").attr("action");
        var another = lift(lift, "another");
        assertThat(Browserless.refusal(another)).startsWith("That is not the name of the tenant");
        var open = Jsoup.parse(another.body()).select("details[open]");
        assertThat(open.select("form").attr("action")).isEqualTo(lift);
        assertThat(open.select("input[name=typed][aria-invalid]").val()).isEqualTo("another");
        assertThat(Jsoup.parse(another.body()).select("#tenant option[selected]")).isEmpty();
        assertThat(holds.isHeld(SPIKE, held.id().value())).isTrue();
        assertThat(location(lift(lift, row.select("td").first().text()))).endsWith("LIFTED");
        assertThat(holds.isHeld(SPIKE, held.id().value())).isFalse();
        assertThat(operator.page("/holds").text()).doesNotContain(reason);
    }

    @Test
    void holdsNothingWithoutAReasonOrOfNobody() {
        var unreasoned = place("spike", email, " ");
        assertThat(Browserless.refusal(unreasoned)).startsWith("Say why");
        assertThat(Browserless.typed(unreasoned, "#tenant option[selected], #email"))
                .as("what was typed stays")
                .containsExactly("spike", email);
        var nobodys = place("spike", "nobody-" + email, reason);
        assertThat(Browserless.refusal(nobodys)).startsWith("Nobody of that tenant");
        assertThat(Jsoup.parse(nobodys.body()).select("[aria-invalid]").eachAttr("id"))
                .containsExactly("email");
        assertThat(Jsoup.parse(nobodys.body()).select("#reason").val()).isEqualTo(reason);
        assertThat(place("admin", "", reason).statusCode()).isEqualTo(404);

        assertThat(operator.page("/holds").text()).doesNotContain(reason);
    }

    private java.net.http.HttpResponse<String> place(String tenant, String whose, String why) {
        return operator.post(
                "/tenants/holds", Map.of("tenant", tenant, "email", whose, "reason", why));
    }

    private java.net.http.HttpResponse<String> lift(String action, String typed) {
        return operator.post(action, Map.of("tenant", "spike", "typed", typed));
    }
}
