package za.co.spikedata.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.identity.People;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.FileText;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

/** A logo's way from a file to everybody's pages, and back. */
@PortalTest
class LogoPagesTest {
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">%s</svg>";
    private static final String DISC = "<circle cx=\"16\" cy=\"16\" r=\"12\" fill=\"#fff\"/>";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;

    private TenantId tenant;
    private String host;
    private Browserless administrator;

    @BeforeEach
    void createOne() {
        var created = NewTenant.create(port, "lg");
        tenant = created.id();
        host = created.host();
        administrator = created.administrator(people, port);
    }

    @Test
    @DisplayName("a drawing is cleaned, tried, applied to everybody and taken back")
    void bringsADrawing() {
        var before = tokens();

        var page = bring("logo.svg", SVG.formatted("<script>alert(1)</script>" + DISC).getBytes());

        assertThat(page).endsWith("?cleaned");
        assertThat(administrator.page(page).select(".notice").text()).contains("left out");
        assertThat(tokens()).as("not applied yet").isEqualTo(before);
        apply(page);
        var src = signIn().select(".brand img").attr("src");
        var answer = new Browserless(port, host).get(src);
        assertThat(answer.body()).contains("circle").doesNotContain("script");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("image/svg+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(tokens())
                .as("white on a light masthead, and on a dark one")
                .containsSubsequence(
                        "--logo-plate: #111111", "@media", "--logo-plate: transparent");

        administrator.post("/settings/versions/1/apply", Map.of());
        assertThat(tokens()).as("back without residue").isEqualTo(before);
    }

    @Test
    @DisplayName("a PNG is served as the pixels it has, exported and kept byte for byte")
    void bringsPixels() throws IOException {
        var page = bring("logo.png", png(Color.BLACK));
        apply(page);

        var link = signIn().select("link[rel=icon]");
        assertThat(link.attr("type")).isEqualTo("image/png");
        var served = new Browserless(port, host).bytes(link.attr("href"));
        assertThat(new Color(ImageIO.read(new ByteArrayInputStream(served)).getRGB(9, 9)))
                .isEqualTo(Color.BLACK);
        assertThat(new Browserless(port, host).get(link.attr("href").replace("png", "svg")))
                .extracting(answer -> answer.statusCode())
                .isEqualTo(404);
        assertThat(tokens())
                .as("black on a light masthead, and on a dark one")
                .containsSubsequence(
                        "--logo-plate: transparent", "@media", "--logo-plate: #ffffff");

        var zip = administrator.bytes(page + "/files.zip");
        var files = unzipped(zip);
        assertThat(files.get("logo.png")).isEqualTo(served);
        var schema = new String(files.remove("tenant.schema.json"), UTF_8);
        var again = new TreeMap<String, String>();
        files.forEach((path, bytes) -> again.put(path, FileText.of(path, bytes)));
        assertThat(TenantArchive.zip(tenant, again, schema)).as("in and out again").isEqualTo(zip);
        assertThat(administrator.page(page).text()).doesNotContain("iVBOR");

        var without = location(administrator.post("/settings/logo/remove", Map.of("from", "2")));
        apply(without);
        assertThat(signIn().select(".brand img").attr("src")).endsWith("logo.svg");
    }

    @Test
    @DisplayName("a logo on a tile of its own gets no plate")
    void needsNoPlate() {
        apply(bring("logo.svg", SVG.formatted(DISC.replace("#fff", "#e8590c")).getBytes()));

        assertThat(tokens())
                .contains("--logo-plate: transparent")
                .doesNotContain("--logo-room: 3px");
    }

    @Test
    @DisplayName("what is no picture, or too large, changes nothing and is told")
    void refusesOthers() {
        for (var none : new String[] {"", "%PDF-1.4", "<html></html>", " ".repeat(1_100_000)}) {
            var page = bring("logo.svg", none.getBytes(StandardCharsets.UTF_8));
            assertThat(page).startsWith("/settings?notice=logo-");
            assertThat(administrator.page(page).select(".notice.bad").text())
                    .contains("Nothing was kept");
        }
        assertThat(versions.newest(tenant, 9)).hasSize(1);
    }

    @Test
    @DisplayName("a change goes on from a version that is not applied")
    void goesOnFromADraft() {
        bring("logo.svg", SVG.formatted(DISC).getBytes(StandardCharsets.UTF_8));
        var form = administrator.page("/settings?from=2").select("form[action=/settings]");
        assertThat(form.select("input[name=from]").val()).isEqualTo("2");
        var typed = new TreeMap<String, String>();
        form.select("input").forEach(input -> typed.put(input.attr("name"), input.val()));
        typed.put("name", "Other Lenders");

        administrator.post("/settings", typed);

        var files = versions.newest(tenant, 1).getFirst().files();
        assertThat(files).containsKey("logo.svg");
        assertThat(files.get("tenant.yml")).contains("Other Lenders");
    }

    @Test
    @DisplayName("a refused picture, or a version that is no longer valid, keeps the draft open")
    void goesOnFromADraftThatCouldNotBeChanged() {
        bring("logo.svg", SVG.formatted(DISC).getBytes(UTF_8));
        var draft = new TreeMap<>(versions.newest(tenant, 1).getFirst().files());
        assertThat(bring("2", "logo.svg", "none".getBytes(UTF_8)))
                .isEqualTo("/settings?notice=logo-not_a_picture&from=2");
        assertThat(bring("2", "logo.svg", SVG.formatted(DISC.repeat(1_500)).getBytes(UTF_8)))
                .isEqualTo("/settings?notice=logo-too_large&from=2");

        draft.put("page.html", "no file of a tenant's");
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into tenancy_version
                                            (tenant_id, number, files, made_by, made_at)
                                        values (:tenant, 3, :files, 'test', now())
                                        """)
                                .param("tenant", tenant.value())
                                .param("files", JsonMapper.shared().writeValueAsString(draft))
                                .update());

        var page = bring("3", "logo.svg", SVG.formatted(DISC).getBytes(UTF_8));
        assertThat(page).isEqualTo("/settings?notice=logo-invalid&from=3");
        assertThat(administrator.page(page).select(".notice.bad").text())
                .contains("no longer valid", "Nothing was kept");
        assertThat(location(administrator.post("/settings/logo/remove", Map.of("from", "3"))))
                .isEqualTo(page);
        assertThat(versions.newest(tenant, 9)).hasSize(3);
    }

    private String bring(String name, byte[] content) {
        return bring("", name, content);
    }

    private String bring(String from, String name, byte[] content) {
        var form = new UploadForm(administrator).file(name, content);
        return location(form.send("/settings/logo?from=" + from));
    }

    private void apply(String page) {
        var version = page.replaceAll("\\?.*", "");
        assertThat(location(administrator.post(version + "/apply", Map.of())))
                .isEqualTo("/settings?notice=applied");
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return Browserless.location(answer).replaceFirst("^https://[^/]+", "");
    }

    private org.jsoup.nodes.Document signIn() {
        return new Browserless(port, host).page("/sign-in");
    }

    private String tokens() {
        var href = signIn().select("link[rel=stylesheet][href^=/brand/]").attr("href");
        return new Browserless(port, host).get(href).body();
    }

    private static byte[] png(Color colour) throws IOException {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillOval(4, 4, 32, 32);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                var path = entry.getName();
                files.put(path.substring(path.indexOf('/') + 1), entries.readAllBytes());
            }
        }
        return files;
    }
}
