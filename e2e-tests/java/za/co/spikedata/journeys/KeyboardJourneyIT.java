package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The main job with no pointer: only Tab, Enter, Space and typed text. */
class KeyboardJourneyIT {
    private static final int STOPS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void signsInUploadsReadsAndDeletes(String host) {
        try (var person = new Person(host, Person.Setting.WIDE)) {
            person.goTo("/sign-in");
            type(person, RunningPortal.EMAIL + Keys.TAB + RunningPortal.PASSWORD + Keys.ENTER);
            person.await(() -> person.has("#files"));

            tabTo(person, element -> "files".equals(element.getDomAttribute("id")))
                    .sendKeys(RunningPortal.sample("fnb-current").toString());
            tabTo(person, element -> element.getText().equals("Upload"));
            type(person, Keys.ENTER);
            person.await(() -> person.has("#document"));
            person.awaitEnd();
            assertThat(person.text("#document .badge")).isEqualTo("Proven");

            tabTo(person, element -> element.getText().equals("Delete now"));
            type(person, Keys.ENTER);
            tabTo(person, element -> element.getText().equals("Delete for good"));
            type(person, Keys.SPACE);
            person.await(() -> person.has("#receipt a.primary"));
            assertThat(person.text("#receipt .sentence")).startsWith("It is gone.");
        }
    }

    /** Presses Tab until the wanted element has the focus, which must be seen at every stop. */
    private static WebElement tabTo(Person person, Predicate<WebElement> wanted) {
        for (int i = 0; i < STOPS; i++) {
            type(person, Keys.TAB);
            WebElement focused = person.browser().switchTo().activeElement();
            if (!focused.getTagName().equals("body")) {
                assertThat(focused.getCssValue("outline-style"))
                        .as("focus ring of %s", focused.getAccessibleName())
                        .isNotEqualTo("none");
            }
            if (wanted.test(focused)) {
                return focused;
            }
        }
        throw new AssertionError("Tab never reached it on " + person.path());
    }

    private static void type(Person person, CharSequence keys) {
        new Actions(person.browser()).sendKeys(keys).perform();
    }
}
