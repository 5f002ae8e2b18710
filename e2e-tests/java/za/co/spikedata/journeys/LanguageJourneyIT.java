package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.journeys.Person.NARROW_PIXELS;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The main job in Afrikaans on a small phone: longer words fit, and the way back is one click. */
class LanguageJourneyIT {
    @Test
    void readsAStatementInAfrikaansAndGoesBackToEnglish() throws IOException {
        try (var person = new Person("app", Person.Setting.NARROW)) {
            person.goTo("/sign-in");
            person.browser().findElement(By.linkText("Afrikaans")).click();
            person.await(() -> person.has("html[lang=af-ZA]"));
            assertThat(person.path()).isEqualTo("/sign-in");
            assertThat(person.text("form.stack button.primary")).isEqualTo("Meld aan");
            EveryPageIT.look(person, "af-sign-in", NARROW_PIXELS);

            person.signIn().goTo("/statements");
            assertThat(person.text("h1")).isEqualTo("State");
            EveryPageIT.look(person, "af-list", NARROW_PIXELS);

            person.upload(RunningPortal.sample("nedbank-current-contradicted")).awaitEnd();
            assertThat(person.text("#document .verdict .badge")).isEqualTo("Weerspreek");
            assertThat(person.text("dd.figure")).containsPattern("\\d,\\d\\d$");
            EveryPageIT.look(person, "af-result", NARROW_PIXELS);

            String document = person.path();
            person.click(".languages button[value=en]");
            person.await(() -> person.has("html[lang=en-ZA]"));
            assertThat(person.path()).isEqualTo(document);
            assertThat(person.text("#document .verdict .badge")).isEqualTo("Contradicted");
        }
    }
}
