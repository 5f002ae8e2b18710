package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

@PortalTest
class TextPagesTest {
    private static final String TITLE = "text.promise.title";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;

    private TenantId tenant;
    private String host;
    private Browserless administrator;

    @BeforeEach
    void createOne() {
        var created = NewTenant.create(port, "tx");
        tenant = created.id();
        host = created.host();
        administrator = created.administrator(people, port);
    }

    @Test
    @DisplayName("a text is found, said otherwise in one language, never as HTML, and taken back")
    void saysItInItsOwnWords() {
        var page = administrator.page("/settings/texts?language=af&search=promise.title");
        var field = page.select("textarea[name=%s]".formatted(TITLE)).first();
        assertThat(field.val()).isEmpty();
        var original = page.select("#" + field.attr("aria-describedby")).text();
        assertThat(original).isNotEmpty();
        var own = "Hallo <b>jy's</b> \\ ' & lekker";

        var version = keep("af", Map.of(TITLE, own));

        assertThat(administrator.page(version).select(".diff .added").text())
                .contains("promise.title=");
        administrator.post(version + "/apply", Map.of());
        var afrikaans = new Browserless(port, host);
        afrikaans.get("/language/af?to=/sign-in");
        assertThat(afrikaans.page("/sign-in").select("h1").text()).isEqualTo(own);
        assertThat(afrikaans.page("/sign-in").select("h1 b")).isEmpty();
        assertThat(new Browserless(port, host).get("/sign-in").body()).doesNotContain("Hallo");
        assertThat(field(administrator.page("/settings/texts?language=af"))).isEqualTo(own);

        keep("af", Map.of(TITLE, original));
        assertThat(versions.newest(tenant, 1).getFirst().files())
                .doesNotContainKey("messages_af.properties");
    }

    @Test
    @DisplayName(
            "a text that would not tell what the original tells is refused, and kept in its field")
    void checksWhatIsFilledIn() {
        var key = "text.settings.version.of";
        for (var wrong : new String[] {"Version", "Version {1}", "Version {0} {1}", "Version {0"}) {
            var page = post("en", Map.of(key, wrong));
            assertThat(page).as(wrong).contains("settings.version.of: has to hold {0}", wrong);
        }
        assertThat(post("en", Map.of(TITLE, "Hi {0}"))).contains("may hold no braces");
        assertThat(post("en", Map.of(key, "Version {0,date}")))
                .contains("takes values as they are");
        assertThat(post("en", Map.of(TITLE, "x".repeat(2_001)))).contains("longer than");
        assertThat(versions.newest(tenant, 9)).hasSize(1);

        assertThat(keep("en", Map.of(key, "Edition {0} it's"))).endsWith("/2");
        assertThat(post("en", Map.of("text.no.such.key", "x"))).isEmpty();
        assertThat(versions.newest(tenant, 1).getFirst().files())
                .doesNotContainKey("messages.properties");
        assertThat(versions.find(tenant, 2).orElseThrow().files().get("messages.properties"))
                .isEqualTo("settings.version.of=Edition {0} it's\n");
    }

    private String field(org.jsoup.nodes.Document page) {
        return page.select("textarea[name=%s]".formatted(TITLE)).first().wholeText();
    }

    private String keep(String language, Map<String, String> texts) {
        return Browserless.location(sent(language, texts)).replaceFirst("^https://[^/]+", "");
    }

    private String post(String language, Map<String, String> texts) {
        return sent(language, texts).body();
    }

    private java.net.http.HttpResponse<String> sent(String language, Map<String, String> texts) {
        var fields = new HashMap<>(texts);
        fields.put("language", language);
        fields.put("search", texts.keySet().iterator().next().substring("text.".length()));
        return administrator.post("/settings/texts", fields);
    }
}
