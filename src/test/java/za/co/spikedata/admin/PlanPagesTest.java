package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.api.Plan;
import za.co.spikedata.api.Plans;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class PlanPagesTest {
    private static final TenantId TENANT = new TenantId("spike");
    private static final String PAGE = "/tenants/spike/plan";
    private static final String CREDITS = "/tenants/spike/credits";

    @LocalServerPort private int port;
    @Autowired private Plans plans;
    private Browserless operator;

    @BeforeEach
    void anOperatorSignsIn() {
        operator = new Browserless(port, "admin.localhost").signIn();
    }

    @Test
    void setATenantsPlan() {
        var fields =
                Map.of(
                        "name", "large",
                        "start", "2000.5",
                        "monthly", "0",
                        "requests", "24000",
                        "atOnce", "20",
                        "megabytes", "11",
                        "reason", "they asked");

        var answer = operator.post(PAGE, fields);

        assertThat(Browserless.location(answer)).endsWith(PAGE + "?notice=SET");
        assertThat(plans.of(TENANT))
                .isEqualTo(new Plan("large", 20_005, 0, 24_000, 20, 11_000_000));
        for (var wrong :
                Map.of(
                                "requests", "0",
                                "atOnce", "x",
                                "megabytes", "9999",
                                "monthly", "1e3",
                                "start", "-1")
                        .entrySet()) {
            var other = new HashMap<>(fields);
            other.put(wrong.getKey(), wrong.getValue());
            assertThat(Browserless.location(operator.post(PAGE, other)))
                    .as(wrong.getKey())
                    .endsWith("?notice=INVALID");
        }
        var silent = new HashMap<>(fields);
        silent.put("reason", " ");
        assertThat(Browserless.location(operator.post(PAGE, silent))).endsWith("?notice=NO_REASON");
        assertThat(plans.of(TENANT).name()).isEqualTo("large");
        assertThat(operator.page(PAGE).select("input[name=start]").val()).isEqualTo("2000.5");
        operator.post(
                PAGE,
                Map.of(
                        "name",
                        Plan.STANDARD.name(),
                        "start",
                        "10000.0",
                        "monthly",
                        "0",
                        "requests",
                        Integer.toString(Plan.STANDARD.requestsAMinute()),
                        "atOnce",
                        Integer.toString(Plan.STANDARD.atOnce()),
                        "megabytes",
                        "12",
                        "reason",
                        "as before"));
        assertThat(plans.of(TENANT)).isEqualTo(Plan.STANDARD);
    }

    @Test
    void giveCreditsOnceForAFormThatIsSentTwice() {
        long before = plans.balance(TENANT);
        var lines = operator.page(PAGE).select("input[name=lines]").attr("value");
        var fields = Map.of("credits", "12.5", "reason", "paid", "lines", lines);

        var answer = operator.post(CREDITS, fields);
        operator.post(CREDITS, fields);

        assertThat(Browserless.location(answer)).endsWith(PAGE + "?notice=GIVEN");
        assertThat(plans.balance(TENANT)).isEqualTo(before + 125);
        operator.post(CREDITS, Map.of("credits", "-12.5", "reason", "back", "lines", lines));
        assertThat(plans.balance(TENANT)).isEqualTo(before);
    }

    @Test
    void giveNothingThatIsNoNumberAndTakeNoMoreThanThereIs() {
        long before = plans.balance(TENANT);

        for (var credits : new String[] {"", "x", "0", "1.25", "1e9", "9999999999"}) {
            var answer = operator.post(CREDITS, Map.of("credits", credits, "reason", "x"));
            assertThat(Browserless.location(answer)).as(credits).endsWith("?notice=INVALID");
        }
        var answer = operator.post(CREDITS, Map.of("credits", "-999999999", "reason", "x"));
        assertThat(Browserless.location(answer)).endsWith("?notice=TOO_FEW");
        assertThat(plans.balance(TENANT)).isEqualTo(before);
    }

    @Test
    void areOfPortalsAlone() {
        assertThat(operator.get("/tenants/api/plan").statusCode()).isEqualTo(404);
        assertThat(operator.get("/tenants/nobody/plan").statusCode()).isEqualTo(404);
    }
}
