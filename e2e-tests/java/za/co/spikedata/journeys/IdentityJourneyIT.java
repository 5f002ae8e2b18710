package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import za.co.spikedata.support.AuthenticatorApp;

/** From the invitation to the lost password, on both brands; every page on the way is looked at. */
class IdentityJourneyIT {
    private static final String PASSWORD = "a quiet river under stones";
    private static final String NEXT_PASSWORD = "three lamps beside a harbour";

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void comesByInvitationAndNeverDependsOnThePasswordAlone(String host) throws IOException {
        String email = "naledi-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        invite(host, email);
        try (var person = new Person(host, Person.Setting.WIDE)) {
            person.goTo(RunningPortal.mailedLink(email, "Your invitation"));
            EveryPageIT.look(person, host + "-invitation");
            person.find("#name").sendKeys("Naledi");
            person.find("#password").sendKeys("password1234");
            person.click("form.stack button.primary");
            person.await(() -> person.has(".problem"));
            EveryPageIT.look(person, host + "-invitation-problem");
            person.find("#name").sendKeys("Naledi");
            person.find("#password").sendKeys(PASSWORD);
            person.click("form.stack button.primary");
            person.await(() -> person.path().startsWith("/sign-in"));
            assertThat(person.text(".notice.good")).startsWith("Your account is ready.");

            person.givePassword(email, PASSWORD);
            person.await(person::isIn);
            person.goTo("/second-factor/enrol");
            AuthenticatorApp app = person.scan(PASSWORD);
            EveryPageIT.look(person, host + "-enrol-code");
            person.giveCode(app.next());
            person.await(() -> person.has(".recovery-codes"));
            EveryPageIT.look(person, host + "-recovery-codes");
            String recovery = person.texts(".recovery-codes code").getFirst();
            person.click("main a.button");
            person.await(person::isIn);

            person.signOut();
            person.givePassword(email, PASSWORD);
            person.await(() -> person.has("#code"));
            EveryPageIT.look(person, host + "-second-factor");
            person.giveCode("000000");
            person.await(() -> person.has(".notice.bad"));
            EveryPageIT.look(person, host + "-second-factor-failed");
            person.giveCode(app.next());
            person.await(person::isIn);

            person.signOut();
            person.givePassword(email, PASSWORD);
            person.await(() -> person.has("#code"));
            person.click("details.other-way summary");
            person.find("#recovery").sendKeys(recovery);
            person.click("details.other-way button");
            person.await(person::isIn);

            passkey(person, host, email);
            reset(person, host, email, app);
            changeEmail(person, host, email);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "acme"})
    void worksWithoutScript(String host) throws IOException {
        String email = "sipho-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        invite(host, email);
        try (var person = new Person(host, Person.Setting.WITHOUT_SCRIPT)) {
            person.goTo(RunningPortal.mailedLink(email, "Your invitation"));
            person.find("#name").sendKeys("Sipho");
            person.find("#password").sendKeys(PASSWORD);
            person.click("form.stack button.primary");
            person.await(() -> person.path().startsWith("/sign-in"));
            person.givePassword(email, PASSWORD);
            person.await(person::isIn);
            person.goTo("/second-factor/enrol");
            AuthenticatorApp app = person.enrol(PASSWORD);
            person.click("main a.button");
            person.await(person::isIn);
            person.signOut();
            person.givePassword(email, PASSWORD);
            person.await(() -> person.has("#code"));
            person.giveCode(app.next());
            person.await(person::isIn);

            lookAt(host, leave(person, email));
        }
    }

    /** Tells the page that says farewell. */
    private static String leave(Person person, String email) {
        person.goTo("/profile");
        person.click("#leaving-title ~ details summary");
        person.find("#leaving-typed").sendKeys(email);
        person.find("#leaving-password").sendKeys(PASSWORD);
        person.click("form[action$='/profile/delete'] button");
        person.await(() -> person.path().startsWith("/farewell/"));
        assertThat(person.isIn()).isFalse();
        return person.path();
    }

    private static void lookAt(String host, String farewell) throws IOException {
        try (var person = new Person(host, Person.Setting.WIDE)) {
            person.goTo(farewell);
            EveryPageIT.look(person, host + "-farewell");
        }
    }

    private static void invite(String host, String email) {
        try (var chief = new Person(host, Person.Setting.WIDE)) {
            chief.signIn("admin@" + host + ".localhost", RunningPortal.PASSWORD);
            chief.goTo("/people");
            chief.find("#email").sendKeys(email);
            new Select(chief.find("#role")).selectByValue("MEMBER");
            chief.click("form.filter button.primary");
            chief.await(() -> chief.has(".notice.good"));
            EveryPageIT.look(chief, host + "-people");
            chief.browser().findElement(org.openqa.selenium.By.linkText(email)).click();
            chief.await(() -> chief.has("details.delete"));
            chief.click("details.delete summary");
            EveryPageIT.look(chief, host + "-person");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void passkey(Person person, String host, String email) throws IOException {
        person.browser()
                .addVirtualAuthenticator(
                        new VirtualAuthenticatorOptions()
                                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                                .setHasUserVerification(true)
                                .setHasResidentKey(true)
                                .setIsUserVerified(true));
        person.goTo("/profile");
        person.browser()
                .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        EveryPageIT.look(person, host + "-profile");
        person.find("#passkey-label").sendKeys("This laptop");
        person.find("#passkey-password").sendKeys(PASSWORD);
        person.click("form[data-passkey=make] button");
        person.await(() -> person.has(".notice.good"));
        assertThat(person.text(".files.inset")).contains("This laptop");

        person.signOut();
        person.givePassword(email, PASSWORD);
        person.await(() -> person.has("form[data-passkey=use]:not([hidden])"));
        person.click("form[data-passkey=use] button");
        person.await(person::isIn);
    }

    private static void reset(Person person, String host, String email, AuthenticatorApp app)
            throws IOException {
        person.signOut();
        person.click(".beside a");
        person.await(() -> person.path().startsWith("/reset"));
        person.find("#email").sendKeys(email);
        person.click("form.stack button.primary");
        person.await(() -> person.has(".notice.good"));
        EveryPageIT.look(person, host + "-reset-sent");
        String link = RunningPortal.mailedLink(email, "A new password");
        person.goTo(link);
        EveryPageIT.look(person, host + "-reset-password");
        person.find("#password").sendKeys("password1234");
        person.click("form.stack button.primary");
        person.await(() -> person.has(".problem"));
        EveryPageIT.look(person, host + "-reset-password-problem");
        person.find("#password").sendKeys(NEXT_PASSWORD);
        person.click("form.stack button.primary");
        person.await(() -> person.path().startsWith("/sign-in"));
        person.goTo(link);
        EveryPageIT.look(person, host + "-dead-link");
        person.givePassword(email, PASSWORD);
        person.await(() -> person.has(".notice.bad"));
        EveryPageIT.look(person, host + "-sign-in-failed");
        person.givePassword(email, NEXT_PASSWORD);
        person.await(() -> person.has("#code"));
        person.giveCode(app.next());
        person.await(person::isIn);
    }

    /** Both addresses say yes, and the new one signs in from then on. */
    private static void changeEmail(Person person, String host, String email) throws IOException {
        String later = "later-" + email;
        person.goTo("/profile");
        person.browser()
                .executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        person.find("#new-email").sendKeys(later);
        person.find("form[action$='/profile/email'] input[type=password]").sendKeys(NEXT_PASSWORD);
        person.click("form[action$='/profile/email'] button");
        person.await(() -> person.has(".notice.good"));
        EveryPageIT.look(person, host + "-profile-email-asked");

        person.goTo(RunningPortal.mailedLink(email, "Change of your e-mail"));
        EveryPageIT.look(person, host + "-email-ask");
        person.click("main form button");
        person.await(() -> !person.has("main form button"));
        EveryPageIT.look(person, host + "-email-waits");
        person.goTo(RunningPortal.mailedLink(later, "Confirm your e-mail"));
        person.click("main form button");
        person.await(() -> !person.has("main form button"));
        EveryPageIT.look(person, host + "-email-done");

        person.givePassword(later, NEXT_PASSWORD);
        person.await(() -> person.has("#code"));
    }
}
