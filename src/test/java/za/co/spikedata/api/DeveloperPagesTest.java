package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class DeveloperPagesTest {
    @LocalServerPort private int port;
    private JsonNode served;
    private Document page;

    @BeforeEach
    void anybodyLooks() {
        served = Documents.json(Documents.of(new Program(port)).get("/v7/openapi.json"));
        page = new Browserless(port, "acme.localhost").page("/developers");
    }

    @Test
    void tellEveryOperationThatIsDescribed() {
        var described = new TreeSet<String>();
        for (var section : new String[] {"paths", "webhooks"}) {
            served.get(section)
                    .forEachEntry((path, methods) ->
                            methods.propertyNames().stream()
                                    .filter(method -> !method.equals("parameters"))
                                    .forEach(method ->
                                            described.add(
                                                    method.toUpperCase(Locale.ROOT) + " " + path)));
        }

        assertThat(page.select(".operation").eachText())
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(page.text()).contains("Idempotency-Key", "webhook-signature", "uuid");
    }

    @Test
    void tellEveryShapeProblemAndCode() {
        served.at("/components/schemas")
                .propertyNames()
                .forEach(name -> assertThat(page.select("#shape-" + name)).as(name).hasSize(1));
        for (var problem : Problem.values()) {
            assertThat(page.text()).contains(problem.type(), problem.detail());
        }
        for (var code : Code.values()) {
            assertThat(page.text()).contains(code.wire());
        }
    }

    @Test
    void pointNowhereThatIsNotOnThePage() {
        var links = page.select("main a[href^=#]").eachAttr("href");

        assertThat(links)
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(page.select(link)).as(link).hasSize(1));
        assertThat(page.select("[id]").stream().map(Element::id)).doesNotHaveDuplicates();
    }

    @Test
    void showProgramsForTheAddressOfThisInstallation() {
        var programs = page.select("pre.listing").stream().map(Element::wholeText).toList();

        assertThat(programs).hasSize(Example.values().length);
        for (var example : Example.values()) {
            assertThat(programs).contains(example.text("https://api.localhost:" + port));
        }
    }

    @Test
    void areLinkedFromEveryPageInItsLanguage() {
        var front = new Browserless(port, "acme.localhost").page("/sign-in");
        assertThat(front.select("footer a[href=/developers]")).hasSize(1);
        assertThat(page.select("html").attr("lang")).startsWith("en");
        assertThat(page.select("main script, main style, main [style]")).isEmpty();
    }
}
