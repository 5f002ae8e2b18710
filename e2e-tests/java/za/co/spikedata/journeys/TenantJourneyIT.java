package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import za.co.spikedata.support.NameServer;

/**
 * A partner's portal from nothing: made, run by its own people, branded, looked at, applied, taken
 * back and seen at an address of the partner's own, while everything runs.
 */
class TenantJourneyIT {
    private static final String PASSWORD = "a quiet river under stones";

    /** What people do themselves, all pages being there at once. */
    private static final Duration MOST = Duration.ofMinutes(5);

    /** To think, point and press, by Card, Moran and Newell's keystroke-level model. */
    private static final Duration OF_PRESS = Duration.ofMillis(1_350 + 1_100 + 200);

    /** Of somebody who seldom types, by the same. */
    private static final Duration OF_LETTER = Duration.ofMillis(500);

    private static final List<String> SEEN = List.of("/sign-in", "/reset", "/verify");

    /** Another each time, since a portal takes each name once; as long as a real one. */
    private final String word = word();

    private final String name = word + " Partners";
    private final String renamed = word + " & Partners";
    private final String tenant = word.toLowerCase(Locale.ROOT) + "-partners";
    private final String email = "zanele@" + word.toLowerCase(Locale.ROOT) + ".example";
    private final String own = word.toLowerCase(Locale.ROOT) + "." + Person.OWN_DOMAIN;

    @Test
    void isCreatedBrandedAndServedWithoutARestart() throws IOException {
        var effort = create();
        try (var partner = new Person(tenant, Person.Setting.WIDE);
                var stranger = new Person(tenant, Person.Setting.WIDE)) {
            accept(partner);
            var before = pictures(stranger);
            draft(partner);
            partner.goTo("/statements");
            assertThat(partner.text(".masthead .brand")).isEqualTo(renamed);
            assertThat(pictures(stranger)).as("a draft is nobody else's").isEqualTo(before);

            partner.click(".looking a.button");
            var branded = apply(partner);
            assertThat(stranger.goTo("/sign-in").text(".masthead .brand")).isEqualTo(renamed);
            bringOwnAddress(partner);
            stranger.browser().get(RunningPortal.urlOfOwn(own, "/sign-in"));
            assertThat(stranger.text(".masthead .brand")).isEqualTo(renamed);
            effort = effort.plus(effort(partner));

            comesBackPixelByPixel(partner, stranger, before, branded);
        }
        System.out.printf("A partner's portal takes its people %d s%n", effort.toSeconds());
        assertThat(effort).isLessThan(MOST);
    }

    private static String word() {
        var chance = new Random();
        var word = new StringBuilder();
        for (String letters : List.of("BDGKLMNPRST", "aeiou", "lmnr", "dgkt")) {
            word.append(letters.charAt(chance.nextInt(letters.length())));
        }
        return word.toString();
    }

    private Duration create() throws IOException {
        try (var operator = new Person("admin", Person.Setting.WIDE).signIn()) {
            operator.goTo("/tenants/new");
            EveryPageIT.look(operator, "admin-new-tenant");
            operator.fill("#name", name);
            operator.click("#theme");
            new Select(operator.find("#theme")).selectByValue("hearth");
            operator.fill("#primary", "#0b5cad");
            operator.fill("#administrator", email);
            operator.click("form.stack button.primary");
            operator.await(() -> operator.has(".notice.good"));
            return effort(operator);
        }
    }

    private void accept(Person partner) {
        partner.goTo(RunningPortal.mailedLink(email, "Your invitation"));
        assertThat(partner.text(".masthead .brand")).isEqualTo(name);
        partner.fill("#name", "Zanele");
        partner.fill("#password", PASSWORD);
        partner.click("form.stack button.primary");
        partner.await(() -> partner.path().startsWith("/sign-in"));
        partner.signIn(email, PASSWORD);
    }

    /** Another name and colour, looked at before anybody else sees them. */
    private void draft(Person partner) throws IOException {
        partner.goTo("/settings");
        EveryPageIT.look(partner, "tenant-settings");
        partner.fill("#primary", "#7a1f5c");
        partner.fill("#name", renamed);
        partner.click("form[action='/settings'] button.primary");
        partner.await(() -> partner.has(".diff .added"));
        EveryPageIT.look(partner, "tenant-version");
        partner.click("form[action$='/look'] button");
        partner.await(() -> partner.has(".looking"));
        EveryPageIT.look(partner, "tenant-looking");
    }

    /** The path of the version that is served from now on. */
    private static String apply(Person partner) {
        partner.await(() -> partner.has("form[action$='/apply']"));
        String version = partner.path();
        partner.click("form[action$='/apply'] button.primary");
        partner.await(() -> partner.has(".notice.good"));
        return version;
    }

    private void bringOwnAddress(Person partner) {
        partner.goTo("/domains");
        partner.fill("#host", own);
        partner.click("form.filter button.primary");
        partner.await(() -> partner.has("dl.told"));
        var record = partner.texts("dl.told code");
        NameServer.say(record.get(1), record.get(2));
        partner.click("form[action$='/look'] button.primary");
        partner.await(() -> partner.texts("table.rows tbody th").contains(own));
    }

    /** A, B, A and B again: nothing of one stays in the other. */
    private static void comesBackPixelByPixel(
            Person partner, Person stranger, List<ByteBuffer> before, String branded) {
        var then = pictures(stranger);
        assertThat(then).doesNotContainAnyElementsOf(before);
        apply(partner.goTo(branded.replaceFirst("\\d+$", "1")));
        assertThat(pictures(stranger)).isEqualTo(before);
        apply(partner.goTo(branded));
        assertThat(pictures(stranger)).isEqualTo(then);
    }

    private static List<ByteBuffer> pictures(Person stranger) {
        var pictures = new ArrayList<ByteBuffer>();
        for (String scheme : List.of("light", "dark")) {
            stranger.in(scheme);
            SEEN.forEach(page -> pictures.add(ByteBuffer.wrap(stranger.goTo(page).picture())));
        }
        return pictures;
    }

    private static Duration effort(Person person) {
        return OF_PRESS.multipliedBy(person.presses())
                .plus(OF_LETTER.multipliedBy(person.letters()));
    }
}
