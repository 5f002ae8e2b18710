package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** A partner's portal from nothing: made, run by its own people, branded, looked at, applied. */
class TenantJourneyIT {
    private static final String PASSWORD = "a quiet river under stones";

    @Test
    void isCreatedBrandedAndServedWithoutARestart() throws IOException {
        String host = "bond-" + UUID.randomUUID().toString().substring(0, 8);
        String email = "partner-" + host + "@example.com";
        create(host, email);
        try (var partner = new Person(host, Person.Setting.WIDE)) {
            partner.goTo(RunningPortal.mailedLink(email, "Your invitation"));
            assertThat(partner.text(".masthead .brand")).isEqualTo("Bond Partners");
            partner.find("#name").sendKeys("Zanele");
            partner.find("#password").sendKeys(PASSWORD);
            partner.click("form.stack button.primary");
            partner.await(() -> partner.path().startsWith("/sign-in"));
            partner.signIn(email, PASSWORD);

            partner.goTo("/settings");
            EveryPageIT.look(partner, "tenant-settings");
            partner.find("#primary").clear();
            partner.find("#primary").sendKeys("#7a1f5c");
            partner.find("#name").clear();
            partner.find("#name").sendKeys("Bond & Partners");
            partner.click("form[action='/settings'] button.primary");
            partner.await(() -> partner.has(".diff .added"));
            EveryPageIT.look(partner, "tenant-version");
            partner.click("form[action$='/look'] button");
            partner.await(() -> partner.has(".looking"));
            EveryPageIT.look(partner, "tenant-looking");
            partner.goTo("/statements");
            assertThat(partner.text(".masthead .brand")).isEqualTo("Bond & Partners");
            try (var other = new Person(host, Person.Setting.WIDE).goTo("/sign-in")) {
                assertThat(other.text(".masthead .brand")).isEqualTo("Bond Partners");
            }

            partner.click(".looking a.button");
            partner.await(() -> partner.has("form[action$='/apply']"));
            partner.click("form[action$='/apply'] button.primary");
            partner.await(() -> partner.has(".notice.good"));
            try (var other = new Person(host, Person.Setting.WIDE).goTo("/sign-in")) {
                assertThat(other.text(".masthead .brand")).isEqualTo("Bond & Partners");
            }
        }
    }

    private static void create(String host, String email) throws IOException {
        try (var operator = new Person("admin", Person.Setting.WIDE).signIn()) {
            operator.goTo("/tenants/new");
            EveryPageIT.look(operator, "admin-new-tenant");
            operator.find("#name").sendKeys("Bond Partners");
            operator.find("#id").sendKeys(host);
            new Select(operator.find("#theme")).selectByValue("hearth");
            operator.find("#primary").sendKeys("#0b5cad");
            operator.find("#support").sendKeys("help@example.com");
            operator.find("#administrator").sendKeys(email);
            operator.click("form.stack button.primary");
            operator.await(() -> operator.has(".notice.good"));
        }
    }
}
