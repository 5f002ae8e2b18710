package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.Select;

/**
 * Every page, light and dark, wide and at 320 px: no accessibility violation that axe knows,
 * nothing to scroll sideways, nothing that its policy forbids. A partner's pages and the console's
 * wear three random themes by turns, each page all three. A picture of each is kept under {@code
 * target/journeys}.
 */
class EveryPageIT {
    private static final String PARTNER = "acme";
    private static final String CONSOLE = "admin";
    private static final String AXE = axe();
    private static final String FIND =
            """
            const tell = arguments[0];
            axe.run(document, {iframes: false, resultTypes: ['violations']}).then(
              found => tell(found.violations.map(rule =>
                rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html))),
              failed => tell(['axe failed: ' + failed]));
            """;

    private static RandomThemes themes;

    @BeforeAll
    static void makeThemes() {
        themes = new RandomThemes(PARTNER);
    }

    @AfterAll
    static void takeThemesBack() {
        themes.close();
    }

    @ParameterizedTest
    @DisplayName("HDR-04 every page is accessible, fits and breaks no policy")
    @CsvSource({"app, WIDE", "app, NARROW", "acme, WIDE", "acme, NARROW"})
    void isAccessibleAndFits(String host, Person.Setting setting) throws IOException {
        try (var person = new Person(host, setting)) {
            check(
                    person,
                    host,
                    setting,
                    Map.of(
                            "sign-in",
                            "/sign-in",
                            "security",
                            "/security",
                            "reset",
                            "/reset",
                            "verify",
                            "/verify",
                            "developers",
                            "/developers"));
            person.signIn();
            check(person, host, setting, pages(person));
        }
    }

    @ParameterizedTest
    @DisplayName("HDR-04 every page of the console too")
    @CsvSource({"WIDE", "NARROW"})
    void ofTheConsoleToo(Person.Setting setting) throws IOException {
        fail();
        try (var person = new Person(CONSOLE, setting).signIn()) {
            hold(person);
            var pages = new LinkedHashMap<String, String>();
            for (String page : List.of("tenants", "people", "bans", "failures", "holds", "audit")) {
                pages.put(page, "/" + page);
            }
            pages.put("tenants-none", "/tenants?part=nobody");
            pages.put("new-tenant", "/tenants/new");
            pages.put("ended-tenants", "/tenants/ended");
            pages.put("end-tenant", "/tenants/acme/end");
            pages.put("tenant-plan", "/tenants/acme/plan");
            pages.put("act-for", "/tenants/acme/act");
            for (String page : List.of("jobs", "mails", "versions", "mailbox")) {
                pages.put("operations-" + page, "/operations/" + page);
            }
            pages.put("operations", "/operations?sort=documents&order=falling");
            pages.put("operations-tenant", "/operations/tenants/acme");
            pages.put("operations-mail", operations(person, "mailbox"));
            pages.put("operations-version", operations(person, "versions"));
            person.goTo("/failures").click("main tbody th a");
            person.await(() -> person.has("#replays"));
            pages.put("failure-group", person.path());
            person.click("main tbody th a");
            person.await(() -> person.has("#replica-title"));
            String failure = person.path();
            person.await(() -> person.goTo(failure).has("svg.sketch"));
            pages.put("failure-case", failure);
            check(person, CONSOLE, setting, pages);
        }
    }

    /** The page of the first thing in one of the lists; all tenants are counted before. */
    private static String operations(Person operator, String list) {
        for (String tenant : List.of("spike", "acme")) {
            operator.goTo("/operations/tenants/" + tenant);
        }
        operator.goTo("/operations/" + list).click("main tbody tr a");
        operator.await(() -> operator.has("main .crumb"));
        return operator.path();
    }

    /** Holds what somebody has who brings nothing, so that there is a hold to look at. */
    private static void hold(Person operator) {
        operator.goTo("/holds");
        new Select(operator.find("#tenant")).selectByValue("acme");
        operator.find("#email").sendKeys("admin@acme.localhost");
        operator.find("#reason").sendKeys("A case before the court");
        operator.click("main form button.primary");
        operator.await(() -> operator.has(".notice.good"));
    }

    /** Brings a paper that contradicts itself, so that there is a failure to look at. */
    private static void fail() {
        try (var person = new Person("app", Person.Setting.WIDE).signIn()) {
            person.upload(RunningPortal.sample("nedbank-current-contradicted")).awaitEnd();
        }
    }

    @ParameterizedTest
    @DisplayName("HDR-04 every page of a tenant's administrators too")
    @CsvSource({"WIDE", "NARROW"})
    void ofAdministratorsToo(Person.Setting setting) throws IOException {
        try (var person = new Person(PARTNER, setting)) {
            person.signIn("admin@" + PARTNER + ".localhost", RunningPortal.PASSWORD);
            person.goTo("/domains").find("#host").sendKeys("statements.example.com");
            person.click("main form.filter button.primary");
            person.await(() -> person.has("main dl"));
            check(
                    person,
                    PARTNER,
                    setting,
                    Map.ofEntries(
                            Map.entry("api-keys", "/api-keys"),
                            Map.entry("api-usage", "/api-usage"),
                            Map.entry("domains", "/domains"),
                            Map.entry("acted-for", "/settings/acting"),
                            Map.entry("settings", "/settings"),
                            Map.entry("version", "/settings/versions/1"),
                            Map.entry("texts", "/settings/texts"),
                            Map.entry("mails", "/settings/versions/1/mails"),
                            Map.entry("example-result", "/settings/example-result"),
                            Map.entry("webhooks", "/webhooks"),
                            Map.entry("issuers", "/issuers"),
                            Map.entry("people", "/people"),
                            Map.entry("openings", "/openings"),
                            Map.entry("settings-mail", "/settings/mail"),
                            Map.entry("holds", "/holds")));
            person.goTo("/settings/versions/1/mails");
            lookIntoFrames(person, PARTNER + "-mail-" + setting.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @DisplayName("HDR-04 every page of administrators too")
    @ValueSource(strings = {"app", "acme"})
    void ofAdministratorsToo(String host) throws IOException {
        try (var chief = new Person(host, Person.Setting.WIDE)) {
            chief.signIn("admin@" + host + ".localhost", RunningPortal.PASSWORD);
            chief.goTo("/api-keys");
            chief.find("#name").sendKeys("till");
            chief.click("form.filter button.primary");
            chief.await(() -> chief.has(".keys"));
            look(chief, host + "-api-key-made");
            chief.goTo("/api-keys");
            look(chief, host + "-api-keys");
            chief.goTo("/audit");
            look(chief, host + "-audit");
        }
    }

    @Test
    void isSeenToBeWrongWhenItIs() {
        try (var person = new Person("app", Person.Setting.NARROW)) {
            person.browser().get("data:text/html,<p style='width: 400px'>wide</p><img src='x'>");
            assertThat(violations(person)).anyMatch(each -> each.startsWith("image-alt"));
            assertThat(person.overflow()).isPositive();

            person.goTo("/security");
            assertThat(
                            person.browser()
                                    .executeScript(
                                            "return matchMedia('(prefers-reduced-motion)').matches"))
                    .as("colours are measured as they stay")
                    .isEqualTo(true);
            person.browser()
                    .executeScript(
                            "document.body.append(Object.assign(document.createElement('script'),"
                                    + " {textContent: 'document.title = 1'}))");
            assertThat(person.policyViolations())
                    .hasSize(1)
                    .allMatch(each -> each.startsWith("/security: script-src"));
        }
    }

    private static Map<String, String> pages(Person person) {
        var pages = new LinkedHashMap<String, String>();
        for (String sample :
                List.of(
                        "standard-bank",
                        "nedbank-current-contradicted",
                        "nedbank-current-locked",
                        "fnb-current-scanned")) {
            person.upload(RunningPortal.sample(sample)).awaitEnd();
            pages.put(sample, person.path());
        }
        person.upload(
                        RunningPortal.sample("fnb-current"),
                        RunningPortal.sample("nedbank-current-locked"))
                .awaitEnd();
        pages.put("upload", person.path());
        pages.put("list", "/statements");
        pages.put("list-none", "/statements?show=unproven");
        pages.put("receipts", "/receipts");
        pages.put("profile", "/profile");
        pages.put("enrol", "/second-factor/enrol");
        pages.put("forbidden", "/people");
        pages.put("missing", "/statements/none");
        return pages;
    }

    private static void check(
            Person person, String host, Person.Setting setting, Map<String, String> pages)
            throws IOException {
        int turn = 2 * setting.ordinal();
        for (String scheme : List.of("light", "dark")) {
            String worn = host.equals(PARTNER) ? wear(turn) : "its own";
            person.in(scheme);
            for (var page : pages.entrySet()) {
                person.goTo(page.getValue());
                if (host.equals(CONSOLE)) {
                    worn = themes.lay(person, turn);
                }
                String name = "%s-%s-%s-%s".formatted(host, page.getKey(), setting, scheme);
                String what = name + " in " + worn;
                assertThat(person.policyViolations()).as(what).isEmpty();
                keep(person, name.toLowerCase(Locale.ROOT));
                assertThat(violations(person)).as(what).isEmpty();
                assertThat(person.overflow()).as("sideways on " + what).isZero();
            }
            turn++;
        }
    }

    private static String wear(int turn) {
        themes.wear(turn);
        return themes.toString();
    }

    /** Looks at the page as it stands, in both schemes and widths, without asking for it again. */
    static void look(Person person, String name) throws IOException {
        look(person, name, Person.NARROW_PIXELS, Person.WIDE_PIXELS);
    }

    static void look(Person person, String name, int... widths) throws IOException {
        assertThat(person.policyViolations()).as(name).isEmpty();
        for (String scheme : List.of("light", "dark")) {
            person.in(scheme);
            for (int width : widths) {
                person.resize(width);
                String picture = "%s-%d-%s".formatted(name, width, scheme);
                keep(person, picture);
                assertThat(violations(person)).as(picture).isEmpty();
                assertThat(person.overflow()).as("sideways on " + picture).isZero();
            }
        }
    }

    /** What runs no scripts cannot be looked into where it is: it is opened by itself. */
    private static void lookIntoFrames(Person person, String name) throws IOException {
        var sources =
                person.browser().findElements(By.cssSelector("main iframe")).stream()
                        .map(frame -> frame.getDomProperty("src"))
                        .toList();
        var documents = new ArrayList<String>();
        for (String source : sources) {
            documents.add(
                    (String)
                            person.browser()
                                    .executeAsyncScript(
                                            "fetch(arguments[0]).then(answer => answer.text())"
                                                    + ".then(arguments[1])",
                                            source));
        }
        assertThat(documents).hasSize(2);
        for (int i = 0; i < documents.size(); i++) {
            byte[] html = documents.get(i).getBytes(StandardCharsets.UTF_8);
            person.browser()
                    .get(
                            "data:text/html;charset=utf-8;base64,"
                                    + Base64.getEncoder().encodeToString(html));
            String picture = name + "-" + (i + 1);
            keep(person, picture);
            assertThat(violations(person)).as(picture).isEmpty();
            assertThat(person.overflow()).as("sideways on " + picture).isZero();
        }
    }

    /** What axe finds on the page, frames apart: each rule with what breaks it. */
    private static List<String> violations(Person person) {
        person.browser().executeScript(AXE);
        return ((List<?>) person.browser().executeAsyncScript(FIND))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void keep(Person person, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "journeys", "pictures"));
        var data =
                person.browser()
                        .executeCdpCommand(
                                "Page.captureScreenshot",
                                Map.of("captureBeyondViewport", true, "format", "png"));
        byte[] png = OutputType.BYTES.convertFromBase64Png((String) data.get("data"));
        Files.write(folder.resolve(name + ".png"), png);
    }
}
