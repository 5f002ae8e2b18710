package za.co.spikedata.tenancy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest {
    private static final String TENANT =
            """
            name: Blue Lenders
            hosts: ["blue.{domain}"]
            mail: {from-name: Blue, from-address: blue@example.com}
            support: {email: help@example.com}
            """;

    @Test
    void findsTheBrandByHostWhateverTheCaseOfItsLetters() {
        var tenants = Tenants.of(files(), "example.com");

        assertThat(tenants.findByHost("BLUE.Example.com")).isPresent();
        assertThat(tenants.findByHost("red.example.com")).isEmpty();
    }

    @Test
    void keepsWhatWasMadeOfTenantsThatAreAsTheyWere() {
        var tenants = Tenants.of(files(), "example.com");
        var blue = tenants.findByHost("blue.example.com").orElseThrow();
        var red = TENANT.replace("{domain}", "red.{domain}");

        tenants.serve(
                tenants.read(
                        Map.of(
                                "blue", Map.of("tenant.yml", TENANT),
                                "red", Map.of("tenant.yml", red))));
        assertThat(tenants.findByHost("blue.red.example.com")).isPresent();
        assertThat(tenants.findByHost("blue.example.com")).containsSame(blue);

        tenants.serve(tenants.read(Map.of("blue", Map.of("tenant.yml", TENANT + "theme: base"))));
        assertThat(tenants.findByHost("blue.example.com").orElseThrow()).isNotSameAs(blue);
    }

    @Test
    void prefersTheTenantsTextToTheBases() {
        var files = files();
        files.put("tenants/blue/messages.properties", "greeting=Hello from Blue");

        var brand = Tenants.of(files, "example.com").findByHost("blue.example.com").orElseThrow();

        assertThat(brand.message("greeting", Locale.ENGLISH)).contains("Hello from Blue");
        assertThat(brand.message("farewell", Locale.ENGLISH)).contains("Goodbye");
    }

    @Test
    void laysTheTenantsTokensOverTheBases() {
        var files = files();
        files.put("tenants/blue/tokens.css", ":root { --accent: blue; }");

        var brand = Tenants.of(files, "example.com").findByHost("blue.example.com").orElseThrow();

        assertThat(brand.tokens()).contains("--accent: blue").doesNotContain("red");
    }

    @Test
    void makesTokensOfTheTenantsColoursBelowItsOwnTokens() {
        var files = files();
        files.put("tenants/blue/tenant.yml", TENANT + "colours: {primary: '#0b5cad'}\n");
        files.put("tenants/blue/tokens.css", ":root { --accent: blue; }");

        var brand = Tenants.of(files, "example.com").findByHost("blue.example.com").orElseThrow();

        assertThat(brand.tokens())
                .contains("--accent: blue", "--focus: #0b5cad")
                .doesNotContain("--accent: red", "--accent: #0b5cad");
    }

    @Test
    void reportsColoursThatAreNone() {
        var files = files();
        files.put("tenants/blue/tenant.yml", TENANT + "colours: {secondary: blue}\n");

        var invalid =
                catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "example.com"));

        assertThat(invalid.mistakes())
                .containsExactlyInAnyOrder(
                        "tenants/blue/tenant.yml: colours.primary: expected a colour such as"
                                + " #2a6f4e",
                        "tenants/blue/tenant.yml: colours.secondary: expected a colour such as"
                                + " #2a6f4e");
    }

    @Test
    void reportsEveryMistakeOfEveryLayerAtOnce() {
        var files = files();
        files.put("tenants/red/tenant.yml", TENANT.replace("name: Blue Lenders", "colour: red"));
        files.put("tenants/sea/tenant.yml", TENANT + "theme: water\n");
        files.put("tenants/blue/page.html", "<p>no</p>");

        var invalid =
                catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "example.com"));

        assertThat(invalid.mistakes())
                .anyMatch(mistake -> mistake.startsWith("tenants/red/tenant.yml:"))
                .anyMatch(mistake -> mistake.contains("blue.example.com belongs to"))
                .anyMatch(mistake -> mistake.contains("theme water does not exist"))
                .contains("tenants/blue/page.html: not a file a layer may hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body { color: red; }",
                ":root { color: red; }",
                ":root { --x: url(https://example.com/x); }",
                "@import 'x.css';",
                ":root { --x: red; } } body { --y: 1; }",
                ":root { --x: red</style><script>; }"
            })
    void refusesTokensThatAreMoreThanCustomProperties(String css) {
        var files = files();
        files.put("tenants/blue/tokens.css", css);

        assertThat(catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "x.com")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=alert(1)>x</p>",
                "<script src=x></script>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p th:text=\"${x}\"></p>",
                "<p style=\"color:red\">x</p>"
            })
    void refusesSlotsThatCouldDoAnything(String html) {
        var files = files();
        files.put("tenants/blue/slots/footer.html", html);

        assertThat(catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "x.com")))
                .isNotNull();
    }

    @Test
    void keepsUploadsAsLongAsTheTenantSays() {
        var files = files();
        files.put(
                "tenants/blue/tenant.yml",
                TENANT + "retention: {originals: 0h, failures: 48h, results: 30d}\n");

        var tenant = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow().tenant();

        assertThat(tenant.retention())
                .isEqualTo(new Retention(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "originals: 8d",
                "failures: 169h",
                "results: 366d",
                "results: 0d",
                "results: 5"
            })
    void refusesPeriodsBeyondThePlatformsBounds(String period) {
        var files = files();
        files.put("tenants/blue/tenant.yml", TENANT + "retention: {" + period + "}\n");

        var invalid = catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "x.com"));

        assertThat(invalid.mistakes())
                .anyMatch(mistake ->
                        mistake.contains("retention." + period.substring(0, period.indexOf(':'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Blue</title>",
                "<text x='1' y='9'>Blue</text>",
                "<use href='#a'/>",
                "<image href='data:image/png;base64,AA=='/>",
                "<metadata>x</metadata>",
                "<g style='fill:darkblue;mix-blend-mode:multiply'/>",
                "<script>alert(1)</script>"
            })
    void showsWhatMayBeShownOfALogoOfTheFolder(String more) {
        var files = files();
        files.put("tenants/blue/logo.svg", logo(more + "<path d='M0 0h9v9z' fill='#123456'/>"));

        var brand = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow();

        assertThat(new String(brand.logoBytes(), UTF_8))
                .contains("#123456")
                .doesNotContain("title", "text", "use", "image", "metadata", "style", "script");
    }

    @Test
    void showsThePixelsAloneOfAFoldersPicture() throws IOException {
        var image = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        bytes.writeBytes("canary".getBytes(UTF_8));
        var files = files();
        files.put("tenants/blue/logo.png", FileText.of("logo.png", bytes.toByteArray()));

        var brand = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow();

        assertThat(brand.logoFile()).isEqualTo("logo.png");
        assertThat(new String(brand.logoBytes(), ISO_8859_1))
                .contains("PNG")
                .doesNotContain("canary");
    }

    @Test
    void callsASheetThatIsMadeAnotherWayAnotherVersion() {
        var files = files();
        files.put("themes/base/logo.svg", logo("<path d='M0 0h9v9z' fill='#fff'/>"));

        var brand = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow();

        assertThat(FilesText.hash(brand.tokens()).substring(0, 8) + " " + brand.version())
                .as("a sheet that changed without its files needs another Brand.SHEET_MADE")
                .isEqualTo("909aefd6 ab0fec0f147cc25f");
    }

    @Test
    void makesAndDrawsALogoOnceHoweverOftenTenantsAreRead() {
        var text = logo("<path d='M0 0h9v9z' fill='#13579b'/>");
        var mistakes = new ArrayList<String>();
        var first = LayerCheck.logo("one", new LogoFile(LogoFile.Format.SVG, text), mistakes);
        var second = LayerCheck.logo("other", new LogoFile(LogoFile.Format.SVG, text), mistakes);

        assertThat(second.orElseThrow()).isSameAs(first.orElseThrow());
        assertThat(first.orElseThrow().raster().orElseThrow())
                .isSameAs(second.orElseThrow().raster().orElseThrow());
        assertThat(mistakes).isEmpty();
    }

    @Test
    void showsTheThemesLogoWhereNothingOfATenantsCanBeShown() {
        var files = files();
        files.put("themes/base/logo.svg", logo("<path d='M0 0h9v9z' fill='#abcdef'/>"));
        files.put("tenants/blue/logo.svg", logo("<text x='1' y='9'>Blue</text>"));

        var brand = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow();

        assertThat(new String(brand.logoBytes(), UTF_8)).contains("#abcdef");
    }

    @Test
    void doesNotStartWithALogoThatIsNoPicture() {
        var files = files();
        files.put("tenants/blue/logo.svg", "<p>Blue</p>");
        files.put("tenants/blue/logo.png", "!");

        var invalid = catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "x.com"));

        assertThat(invalid.mistakes())
                .containsExactlyInAnyOrder(
                        "tenants/blue/logo.svg: expected an SVG or PNG picture",
                        "tenants/blue/logo.png: expected an SVG or PNG picture");
    }

    @Test
    void readsNumbersAndWordsAsTheyWereAlwaysRead() {
        var files = files();
        files.put(
                "tenants/blue/tenant.yml",
                TENANT.replace("Blue Lenders", "360") + "demo: \"true\"\n");

        var tenant = Tenants.of(files, "x.com").findByHost("blue.x.com").orElseThrow().tenant();

        assertThat(tenant.name()).isEqualTo("360");
        assertThat(tenant.demo()).isTrue();
    }

    private static String logo(String inside) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s</svg>"
                .formatted(inside);
    }

    @Test
    void findsTheShippedTenantsValid() {
        var tenants = Tenants.load(Optional.empty(), "localhost");

        assertThat(tenants.findByHost("app.localhost")).isPresent();
        assertThat(tenants.findByHost("acme.localhost")).isPresent();
        assertThat(tenants.findByHost("admin.localhost")).isPresent();
    }

    @Test
    void findsTheTenantOfTheReadmeValidBesideTheShippedOnes() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var block = Pattern.compile("(?ms)^```yaml\n(.*?)^```").matcher(readme);
        assertThat(block.find()).isTrue();
        var document = block.group(1);
        var files = new HashMap<>(LayerFiles.read(Optional.empty()));
        files.put("tenants/of-the-readme/tenant.yml", document);

        var tenants = Tenants.of(files, "localhost");

        assertThat(tenants.find(new TenantId("of-the-readme"))).isPresent();
        assertThat(tenants.all().stream().map(each -> each.tenant().name()))
                .doesNotHaveDuplicates();
        assertThat(NewFiles.mistakes("of-the-readme", Map.of("tenant.yml", document))).isEmpty();
        assertThat(document).startsWith(TenantSchema.HINT);
    }

    private static Map<String, String> files() {
        return new HashMap<>(
                Map.of(
                        "themes/base/tokens.css", ":root { --accent: red; }",
                        "themes/base/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                        "themes/base/messages.properties", "greeting=Hello\nfarewell=Goodbye",
                        "tenants/blue/tenant.yml", TENANT));
    }
}
