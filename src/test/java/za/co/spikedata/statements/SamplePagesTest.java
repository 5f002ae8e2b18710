package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class SamplePagesTest {
    @LocalServerPort private int port;

    private Browserless person;

    @BeforeEach
    void signIn() {
        person = new Browserless(port, "app.localhost").signIn();
    }

    @Test
    void provesTheOneThatAddsUp() {
        assertThat(badge("proven")).isEqualTo("Proven");
    }

    @Test
    void showsWhereTheOneWithAMisprintContradictsItself() {
        assertThat(badge("contradicted")).isEqualTo("Contradicted");
    }

    @Test
    void areOfferedAndCanBeKeptAsFiles() {
        assertThat(person.page("/statements").select(".samples button").eachAttr("value"))
                .containsExactly("proven", "contradicted");
        assertThat(person.get("/statements/samples/proven.pdf").body()).startsWith("%PDF-");
    }

    @Test
    void areNoneOfAnUnknownKind() {
        assertThat(person.get("/statements/samples/other.pdf").statusCode()).isEqualTo(404);
        assertThat(person.post("/statements/sample", Map.of("kind", "other")).statusCode())
                .isEqualTo(404);
    }

    private String badge(String kind) {
        var location =
                person.post("/statements/sample", Map.of("kind", kind))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        var page = URI.create(location).getPath();
        UploadForm.await(() ->
                !person.page(page + "/progress").select("[hx-trigger]").hasAttr("hx-trigger"));
        return person.page(page).select(".badge").first().text();
    }
}
