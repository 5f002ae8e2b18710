package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Support asks to see a PDF that failed, and an administrator of its tenant lets them. */
class OpeningJourneyIT {
    private static final String HOST = "acme";

    @Test
    void isAskedForLetAndShown() throws IOException {
        String failure = failed();
        try (var support = new Person("admin", Person.Setting.WIDE).signIn()) {
            support.goTo("/failures/cases" + failure).find("#original-reason").sendKeys("No copy");
            support.click("#original form button");
            support.await(() -> support.text("#original").contains("by mail"));
            EveryPageIT.look(support, "admin-opening-asked");

            approve();

            support.goTo("/failures/cases" + failure);
            EveryPageIT.look(support, "admin-opening-granted");
            assertThat(support.text("#original")).contains("Whoever asked may see it.");
            assertThat(support.has("#original a[href$='original.pdf']")).isTrue();
        }
    }

    private static String failed() {
        try (var person = new Person(HOST, Person.Setting.WIDE).signIn()) {
            person.upload(RunningPortal.sample("nedbank-current-contradicted")).awaitEnd();
            return person.path().replace("/statements", "");
        }
    }

    private static void approve() throws IOException {
        try (var administrator = new Person(HOST, Person.Setting.WIDE)) {
            administrator.signIn("admin@acme.localhost", RunningPortal.PASSWORD);
            administrator.goTo("/openings");
            EveryPageIT.look(administrator, HOST + "-openings");
            administrator.find("input[name=password]").sendKeys(RunningPortal.PASSWORD);
            administrator.click("form[action$=approve] button");
            administrator.await(() -> administrator.has(".notice.good"));
            EveryPageIT.look(administrator, HOST + "-openings-approved");
        }
    }
}
