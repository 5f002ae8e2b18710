package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.journeys.RunningPortal.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The main job on both brands: statements in, proven rows out, and gone when asked. */
class StatementJourneyIT {
    private static final String NOT_FOUND = "There is nothing here";

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void uploadsSeeProgressLookDownloadAndDelete(String host) throws IOException {
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.upload(
                    sample("standard-bank"),
                    sample("nedbank-current"),
                    sample("nedbank-current-contradicted"));
            assertThat(person.path()).startsWith("/uploads/");
            person.awaitEnd();
            assertThat(person.texts("#upload .badge"))
                    .containsExactly("Proven", "Proven", "Contradicted");

            person.browser().findElement(By.linkText("standard-bank.pdf")).click();
            person.await(() -> person.has("#document"));
            assertThat(person.text("#document .verdict .badge")).isEqualTo("Proven");
            assertThat(person.text("#document .sentence")).startsWith("Proved: ");
            int rows = person.texts(".transactions tbody tr").size();
            assertThat(person.text(".transactions caption")).isEqualTo("100 transactions");
            person.click("a[rel=next]");
            person.await(() -> person.has("a[rel=prev]"));
            assertThat(person.texts(".transactions tbody tr")).hasSize(100 - rows);
            assertThat(person.download("a[href*='download.csv']").lines()).hasSize(100 + 1);

            String document = person.path().replaceFirst("[?].*", "");
            person.click("details.delete summary");
            person.click("details.delete button");
            person.await(() -> person.has("#receipt a.primary"));
            assertThat(person.text("#receipt .sentence")).startsWith("It is gone.");
            EveryPageIT.look(person, host + "-receipt");
            assertThat(person.goTo("/receipts").texts(".rows tbody tr")).isNotEmpty();
            EveryPageIT.look(person, host + "-receipts");
            assertThat(person.goTo(document).text("h1")).isEqualTo(NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void opensALockedStatementAfterAWrongPassword(String host) {
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.upload(sample("nedbank-current-locked")).awaitEnd();
            assertThat(person.text("#document .badge")).isEqualTo("Needs a password");
            person.find("#pdf-password").sendKeys("not this one");
            person.click("form.stack button.primary");
            person.await(() -> person.has(".notice.bad"));
            assertThat(person.text(".notice.bad")).startsWith("That password did not open");
            person.find("#pdf-password").sendKeys("sample-password");
            person.click("form.stack button.primary");
            person.await(() -> !person.has("#pdf-password"));
            person.awaitEnd();
            assertThat(person.text("#document .badge")).isEqualTo("Proven");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void isToldWhyAFileIsNoStatement(String host, @TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("shopping.pdf"), "milk, bread");
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.upload(text).awaitEnd();
            assertThat(person.text("#document")).contains("This is not a PDF.", "Download the");
            person.upload(sample("fnb-current-scanned")).awaitEnd();
            assertThat(person.text("#document")).contains("a scan or a photograph");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void seesWhatArrivedBesideARefusal(String host) throws IOException {
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.goTo("/statements");
            var name = "arrived-" + System.nanoTime() + ".pdf";
            person.browser()
                    .executeAsyncScript(
                            """
                            const [name, done] = arguments;
                            const form = document.querySelector("form[data-upload]");
                            const data = new FormData(form);
                            data.set("files", new File(["milk"], name));
                            fetch(form.action, {method: "POST", body: data}).then(() => {
                              form.noValidate = true;
                              done();
                            });
                            """,
                            name);
            assertThat(person.text("main")).doesNotContain(name);

            person.click("form[data-upload] button.primary");

            person.await(() -> person.has("[data-status].problem"));
            assertThat(person.text("[data-status]")).startsWith("No file");
            assertThat(person.text("[data-uploaded]")).contains(name);
            EveryPageIT.look(person, host + "-refused-upload");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void reportsAResultThatHoldsAndIsWrong(String host) throws IOException {
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.upload(sample("capitec-main")).awaitEnd();
            person.click("#problem summary");
            EveryPageIT.look(person, host + "-problem");

            person.find("#problem-note").sendKeys("Row 3 is a fee, not a purchase");
            person.click("#problem [name=consent]");
            person.click("#problem form button");

            person.await(() -> person.has("#problem [role=status]"));
            assertThat(person.text("#problem")).contains("Your report was sent on");
            EveryPageIT.look(person, host + "-problem-sent");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void worksWithoutScript(String host) {
        try (var person = new Person(host, Person.Setting.WITHOUT_SCRIPT).signIn()) {
            person.upload(sample("capitec-main"), sample("fnb-current"));
            person.await(() -> {
                person.browser().navigate().refresh();
                return person.texts("#upload .badge").stream().allMatch("Proven"::equals);
            });
            person.click("#upload a.file-name");
            person.await(() -> person.has("#document"));
            assertThat(person.text("#document .badge")).isEqualTo("Proven");
            person.click("details.delete summary");
            person.click("details.delete button");
            person.await(() -> {
                person.browser().navigate().refresh();
                return person.has("#receipt a.primary");
            });
            assertThat(person.text("#receipt .sentence")).startsWith("It is gone.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void takesFilesThatAreDropped(String host) {
        try (var person = new Person(host, Person.Setting.WIDE).signIn()) {
            person.goTo("/statements");
            person.browser()
                    .executeScript(
                            """
                            const data = new DataTransfer();
                            data.items.add(new File(["milk"], "dropped.pdf"));
                            document.querySelector("[data-drop]").dispatchEvent(
                              new DragEvent("drop", {dataTransfer: data, bubbles: true}));
                            """);
            assertThat(person.text("[data-chosen] li")).startsWith("dropped.pdf");
            person.click("form[data-upload] button.primary");
            person.await(() -> person.has("#document"));
            person.awaitEnd();
            assertThat(person.text("h1")).isEqualTo("dropped.pdf");
        }
    }
}
