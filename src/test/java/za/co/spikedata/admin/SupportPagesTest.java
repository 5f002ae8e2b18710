package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class SupportPagesTest {
    private static final String MISPRINTED =
            """
            Sample Bank                      Account number: 6212345678
            T NAIDOO, 12 PROTEA STREET
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance         Ref
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE REF 77121          -310.40      12,949.60
            28/03/2024    MARULA CAFE                       -45.10      12,904.50
            """;

    private static final String[] PRIVATE = {
        "NAIDOO", "PROTEA", "QUAGGA", "KAREE", "MARULA", "6212345678", "12,949.60"
    };

    @LocalServerPort private int port;
    @Autowired private People people;

    private Browserless support;
    private String document;

    @BeforeEach
    void somethingFails() {
        var email = "support-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("admin"), email, PortalTest.PASSWORD, Person.Role.SUPPORT);
        support = new Browserless(port, "admin.localhost").signIn(email, PortalTest.PASSWORD);
        var person = new Browserless(port, "app.localhost").signIn();
        var page = new UploadForm(person).file("a.pdf", TypedPaper.of(MISPRINTED)).sendAndFollow();
        document = page.substring(page.lastIndexOf('/') + 1);
        UploadForm.await(() ->
                support.get("/failures/cases/" + document + "/replica.pdf").statusCode() == 200);
    }

    @Test
    @DisplayName("Support sees where a paper breaks and how it was read, and nothing it says")
    void showsACase() {
        var page = support.page("/failures/cases/" + document);

        assertThat(page.select(".facts").text()).contains("contradicts itself", "Row 3 on page 1");
        assertThat(page.select("svg.sketch .sketch-row.broken")).hasSize(1);
        assertThat(page.select("svg.sketch .sketch-row")).hasSize(4);
        assertThat(page.select("svg.sketch .sketch-column").size()).isGreaterThan(2);
        assertThat(page.select("svg.sketch").attr("aria-label")).startsWith("Page 1: 4 rows");
        assertThat(page.select("svg.sketch text").size()).isGreaterThan(20);
        assertThat(page.select("table.rows tbody .figure").eachText())
                .as("what each hypothesis came to")
                .isNotEmpty()
                .allMatch(score -> score.matches("-?\\d+[.,]\\d{2}"));
        assertThat(page.select(".tokens li").eachText())
                .as("classes of words, line by line")
                .anyMatch(line -> line.contains("DATE("));
        assertThat(page.text()).doesNotContain(PRIVATE);
    }

    @Test
    @DisplayName("Support sees first the page that breaks, and any other it asks for")
    void opensThePageThatBreaks() {
        var person = new Browserless(port, "app.localhost").signIn();
        var sample =
                Browserless.location(
                        person.post("/statements/sample", Map.of("kind", "contradicted")));
        var path = "/failures/cases/" + sample.substring(sample.lastIndexOf('/') + 1);
        UploadForm.await(() -> support.get(path + "/replica.pdf").statusCode() == 200);

        var page = support.page(path);
        assertThat(page.select(".facts").text()).contains("on page 2");
        assertThat(page.select(".pages [aria-current]").text()).isEqualTo("2");
        assertThat(page.select("svg.sketch .sketch-row.broken")).hasSize(1);
        assertThat(support.page(path + "?page=1").select(".pages [aria-current]").text())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("Support decides about all failures of a layout at once")
    void decidesAboutAGroup() {
        var group = groupOf();

        support.post(group + "/assign", Map.of("mine", "true"));
        support.post(group + "/note", Map.of("note", "Reads Ref as a balance"));
        support.post(group + "/state", Map.of("state", "resolve"));

        var page = support.page(group);
        assertThat(page.select(".facts").text()).contains("Resolved", "support-");
        assertThat(page.select("#note").attr("value")).isEqualTo("Reads Ref as a balance");
        assertThat(page.text()).doesNotContain(PRIVATE);
        assertThat(rows("open")).isEmpty();
        assertThat(rows("resolved")).isNotEmpty();

        support.post(group + "/state", Map.of("state", "open"));
        assertThat(rows("open")).isNotEmpty();
    }

    @Test
    void findsNothingElsewhereAndNothingUnknown() {
        var administrator = new Browserless(port, "app.localhost").signIn();

        assertThat(administrator.get("/failures").statusCode()).isEqualTo(404);
        assertThat(support.get("/failures/none").statusCode()).isEqualTo(404);
        assertThat(support.get("/failures/cases/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(support.get("/tenants").statusCode()).isEqualTo(404);
    }

    private String groupOf() {
        return support.page("/failures/cases/" + document).select(".crumb a").last().attr("href");
    }

    private List<String> rows(String show) {
        Document page = support.page("/failures?show=" + show);
        return page.select("table.rows tbody tr th a").eachAttr("href").stream()
                .filter(groupOf()::equals)
                .toList();
    }
}
