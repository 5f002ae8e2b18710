package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.api.Plans;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

@PortalTest
class PlanPagesTest {
    @LocalServerPort private int port;
    @Autowired private Plans plans;
    @Autowired private TenantVersions versions;
    @Autowired private Tenants tenants;
    @Autowired private People people;
    private Browserless operator;
    private NewTenant made;
    private String page;
    private String credits;

    @BeforeEach
    void anOperatorSignsIn() {
        operator = new Browserless(port, "admin.localhost").signIn();
        made = NewTenant.create(operator, NewTenant.typed(NewTenant.name("plan")));
        page = "/tenants/%s/plan".formatted(made.id());
        credits = "/tenants/%s/credits".formatted(made.id());
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

        var answer = operator.post(page, fields);

        assertThat(Browserless.location(answer)).endsWith(page + "?notice=SET");
        assertThat(plans.of(made.id()))
                .isEqualTo(new Plan("large", 20_005, 0, 24_000, 20, 11_000_000));
        for (var wrong :
                Map.of(
                                "requests", "0",
                                "atOnce", "x",
                                "megabytes", "9999",
                                "monthly", "1e3",
                                "start", "-1",
                                "name", " ",
                                "reason", " ")
                        .entrySet()) {
            var other = new HashMap<>(fields);
            other.put(wrong.getKey(), wrong.getValue());
            var refused = Jsoup.parse(operator.post(page, other).body());
            var field = refused.select("form[action$=/plan] [aria-invalid]");
            assertThat(field.eachAttr("name")).containsExactly(wrong.getKey());
            assertThat(refused.select("#" + field.attr("id") + "-problem").text())
                    .as(wrong.getKey())
                    .endsWith("Nothing was changed.");
            assertThat(field.attr("aria-describedby")).endsWith(field.attr("id") + "-problem");
            assertThat(refused.select("form[action$=/plan] input[type=text]").eachAttr("value"))
                    .as("what was typed stays")
                    .contains(wrong.getKey().equals("start") ? "-1" : "2000.5");
        }
        assertThat(operator.page(page).select("input[name=monthly]").val()).matches("\\d+");
        assertThat(plans.of(made.id()).name()).isEqualTo("large");
        assertThat(operator.page(page).select("input[name=start]").val()).isEqualTo("2000.5");
        assertThat(operator.page(page).text()).containsPattern("Credits left: \\d+[\u00A0 ]\\d{3}");
    }

    @Test
    @DisplayName("no version of its administrators changes a tenant's plan, whatever stands in it")
    void stayTheOperatorsWhateverAdministratorsApply() {
        var large = new Plan("large", 90_000_000, 500, 50_000, 99, 50_000_000);
        var small = new Plan("small", 1_000, 0, 60, 1, 1_000_000);
        var administrator = made.administrator(people, port);
        plans.set(made.id(), operates(), large, "they pay");
        int before = versions.served(made.id());
        assertThat(document())
                .contains("name: \"large\"", "credits: 9000000", "file-bytes: 50000000");
        plans.set(made.id(), operates(), small, "they pay less");

        administrator.post("/settings/versions/%d/apply".formatted(before), Map.of());
        assertThat(plans.of(made.id())).isEqualTo(small);

        var edit = Map.of("name", "Mine", "supportEmail", "a@example.com", "fromName", "Mine");
        var fromIt = new HashMap<>(edit);
        fromIt.put("from", Integer.toString(before));
        fromIt.put("plan.credits", "99");
        for (var typed : List.of(edit, fromIt)) {
            var kept = Browserless.location(administrator.post("/settings", typed));
            administrator.post(kept + "/apply", Map.of());
            assertThat(tenants.find(made.id()).orElseThrow().tenant().name()).isEqualTo("Mine");
            assertThat(plans.of(made.id())).isEqualTo(small);
        }
        assertThat(document()).contains("name: \"small\"");
    }

    @Test
    void refuseInADocumentWhatIsNoPlan() {
        var files = versions.files(made.id());
        for (var wrong :
                List.of(
                        "credits: -1",
                        "credits: 0.25",
                        "monthly-credits: 1000000000000",
                        "at-once: 0",
                        "requests-a-minute: 1000001",
                        "file-bytes: 1.5",
                        "name: ''",
                        "name: " + "x".repeat(41),
                        "unlimited: true")) {
            var other = new HashMap<>(files);
            other.merge("tenant.yml", "plan: {%s}\n".formatted(wrong), String::concat);
            assertThatThrownBy(() -> versions.save(made.id(), other, "operator", _ -> {}))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            InvalidLayers.class,
                            invalid ->
                                    assertThat(invalid.mistakes())
                                            .anyMatch(each -> each.contains("plan.")));
        }
    }

    private String document() {
        return versions.files(made.id()).get("tenant.yml");
    }

    private Person operates() {
        var name = NewTenant.name("operator") + "@example.com";
        return people.add(new TenantId("admin"), name, PortalTest.PASSWORD, Person.Role.OPERATOR);
    }

    @Test
    void giveCreditsOnceForAFormThatIsSentTwice() {
        long before = plans.balance(made.id());
        var lines = operator.page(page).select("input[name=lines]").attr("value");
        var fields = Map.of("credits", "12.5", "reason", "paid", "lines", lines);

        var answer = operator.post(credits, fields);
        operator.post(credits, fields);

        assertThat(Browserless.location(answer)).endsWith(page + "?notice=GIVEN");
        assertThat(plans.balance(made.id())).isEqualTo(before + 125);
        operator.post(credits, Map.of("credits", "-12.5", "reason", "back", "lines", lines));
        assertThat(plans.balance(made.id())).isEqualTo(before);
    }

    @Test
    void giveNothingThatIsNoNumberAndTakeNoMoreThanThereIs() {
        long before = plans.balance(made.id());

        for (var wrong : new String[] {"", "x", "0", "1.25", "1e9", "9999999999"}) {
            var answer = operator.post(credits, Map.of("credits", wrong, "reason", "x"));
            assertThat(Browserless.typed(answer, "#credits, #credits-reason"))
                    .as("what was typed stays")
                    .containsExactly(wrong, "x");
            assertThat(Browserless.refusal(answer)).startsWith("That is no number of credits");
        }
        var answer = operator.post(credits, Map.of("credits", "-999999999", "reason", "x"));
        assertThat(Browserless.refusal(answer)).startsWith("There are fewer credits than that");
        assertThat(plans.balance(made.id())).isEqualTo(before);
    }

    @Test
    void areOfPortalsAlone() {
        assertThat(operator.get("/tenants/api/plan").statusCode()).isEqualTo(404);
        assertThat(operator.get("/tenants/nobody/plan").statusCode()).isEqualTo(404);
    }
}
