package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.WaitingMail;

/** A tenant with everything that its document may hold, there and back. */
@PortalTest
class WholeTenantTest {
    private static final String BY = "00000000-0000-0000-0000-000000000001";
    private static final List<String> LANGUAGES = List.of("en", "af", "zu", "xh");
    private static final List<String> OPEN = List.of("/sign-in", "/security", "/nothing-here");
    private static final List<String> INSIDE = List.of("/statements", "/people");

    /** Every key there is, with what people write around them. */
    private static final String FIRST =
            """
            # yaml-language-server: $schema=../tenant.schema.json
            # Written by hand; ’n mens mag.
            name:   "Alpha Lenders & Söhne"
            hosts: ["{id}.{domain}", statements.{id}.example]
            former-hosts: [old.{id}.example]
            theme: base
            colours: {primary: "#0b5cad", secondary: "#8a3a1f"}
            kind: portal
            locale: en-ZA
            languages: [en, af, zu, xh]
            mail:
              from-name: Alpha Post
              from-address: "alpha@{domain}"
              reply-to: "answers@{domain}"
              server: {host: smtp.alpha.example, port: 465, user: portal}
            support: {email: alpha@example.com}
            second-factor: administrators
            roles: {offered: [administrator, member], second-factor: [member, viewer]}
            tamper-findings: administrators
            retention: {originals: 12h, failures: 2d, results: 30d}
            break-glass: true
            acting: false
            features: {api: true, webhooks: false, sign-in-providers: false, problem-reports: false,
              bookkeeping-files: false, verification: false}
            webhooks:
              - {name: ledger, url: "https://hooks.{id}.example/in?a=b", events: [document.done]}
            plan: {name: Large, credits: 2000.5, monthly-credits: 100, requests-a-minute: 600,
              at-once: 4, file-bytes: 9000000}
            demo: false
            """;

    private static final String SECOND =
            """
            name: Beta Bank
            hosts: ["{id}.{domain}", beta.{id}.example]
            theme: hearth
            colours: {primary: "#2a6f4e"}
            locale: af-ZA
            languages: [af, en, zu, xh]
            mail: {from-name: Beta Post, from-address: beta@example.com}
            support: {email: beta@example.com}
            second-factor: optional
            """;

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;
    @Autowired private Tenants tenants;
    @Autowired private StoredTenants stored;
    @Autowired private ServedDocuments documents;
    @Autowired private VersionTable table;
    @Autowired private Applications applications;
    @Autowired private TenantDatabase database;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Autowired private Clock clock;

    private TenantId tenant;
    private String host;
    private Browserless administrator;

    @BeforeEach
    void makeOne() {
        tenant = new TenantId(NewTenant.name("wt"));
        host = tenant + ".localhost";
        apply(first());
        administrator = new NewTenant(tenant, host).administrator(people, port);
    }

    /** Its own mail server has no password, and does not exist. */
    @AfterEach
    void forgetWhatWaits() {
        WaitingMail.forget(owners, tenant);
    }

    @Test
    void holdsEveryKeyAndEveryKindOfFile() {
        var root = (ObjectNode) YAMLMapper.shared().readTree(first().get("tenant.yml"));

        assertThat(root.propertyNames()).hasSize(TenantDocument.class.getRecordComponents().length);
        assertThat(first().keySet())
                .contains("tokens.css", "logo.png", "slots/footer.html", "messages_xh.properties");
    }

    @Test
    @DisplayName("exported, wiped, imported and exported again it is the same to the byte")
    void comesBackToTheByteFromItsOwnExport(@TempDir Path folder) throws IOException {
        var exported = export();
        var seen = seen();

        wipe();
        assertThat(versions.files(tenant)).isEmpty();
        assertThat(tenants.find(tenant)).isEmpty();
        assertThat(new Browserless(port, host).get("/sign-in").statusCode()).isNotEqualTo(200);
        unpack(exported, folder.resolve("tenants"));
        read(folder).start();

        assertThat(export()).isEqualTo(exported);
        assertThat(versions.files(tenant)).isEqualTo(first());
        assertThat(others(seen, seen())).isEmpty();
    }

    @Test
    @DisplayName(
            "one applied, another applied, the first again: no page, file or rule of the other")
    void leavesNoResidueOfWhatWasAppliedBetween() {
        var before = seen();
        var rules = tenants.find(tenant).orElseThrow().tenant();

        apply(second());
        var between = seen();
        apply(first());

        assertThat(others(before, seen())).isEmpty();
        assertThat(tenants.find(tenant).orElseThrow().tenant()).isEqualTo(rules);
        assertThat(between.keySet()).isEqualTo(before.keySet());
        between.forEach((place, told) ->
                assertThat(told)
                        .as("%s while the other is applied", place)
                        .isNotEqualTo(before.get(place))
                        .doesNotContainIgnoringCase("alpha"));
        assertThat(before.values())
                .noneMatch(told -> told.toLowerCase(Locale.ROOT).contains("beta"));
    }

    private Map<String, String> first() {
        var files = files(FIRST, "Alpha");
        files.put("logo.png", Base64.getEncoder().encodeToString(png()));
        files.put("tokens.css", ":root {\n  --radius: 2px; /* square */\n}\r\n");
        return files;
    }

    private Map<String, String> second() {
        var files = files(SECOND, "Beta");
        files.put(
                "logo.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                        + "<path d='M0 0h9v9z' fill='#2a6f4e'/></svg>");
        return files;
    }

    private Map<String, String> files(String document, String word) {
        var files = new HashMap<String, String>();
        files.put("tenant.yml", document.replace("{id}", tenant.value()));
        for (var language : LANGUAGES) {
            var suffix = language.equals("en") ? "" : "_" + language;
            files.put(
                    "messages" + suffix + ".properties",
                    "# é\nlayout.help=%s %s:  \n".formatted(word, language));
            files.put("slots/footer" + suffix + ".html", "<p>%s %s</p>".formatted(word, language));
        }
        return files;
    }

    private static byte[] png() {
        var picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0x0b5cad));
        pen.fillOval(2, 2, 20, 20);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private void apply(Map<String, String> files) {
        versions.apply(tenant, versions.save(tenant, files, BY, _ -> {}), "test", _ -> {});
    }

    private byte[] export() {
        var path = "/settings/versions/%d/files.zip".formatted(versions.served(tenant));
        var answer = administrator.whole(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** What people see, in every language, without what is another each time. */
    private Map<String, String> seen() {
        var seen = new TreeMap<String, String>();
        for (var language : LANGUAGES) {
            for (var path : OPEN) {
                seen.put(path + " " + language, page(new Browserless(port, host), path, language));
            }
            for (var path : INSIDE) {
                seen.put(path + " " + language, page(administrator, path, language));
            }
        }
        var page = new Browserless(port, host).page("/sign-in");
        for (var file : List.of(".brand img[src]", "link[rel=stylesheet][href^=/brand/]")) {
            var link = page.select(file).first();
            var path = link.hasAttr("src") ? link.attr("src") : link.attr("href");
            var answer = administrator.whole(path);
            seen.put(file, path + Base64.getEncoder().encodeToString(answer.body()));
        }
        return seen;
    }

    /** Lines that are in one of both only, each with where. */
    private static List<String> others(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        var others = new ArrayList<String>();
        before.forEach((place, told) -> {
            var lines = after.get(place).lines().toList();
            told.lines()
                    .filter(line -> !lines.contains(line))
                    .forEach(line -> others.add(place + " lost " + line));
            lines.stream()
                    .filter(line -> !told.contains(line))
                    .forEach(line -> others.add(place + " gained " + line));
        });
        return others;
    }

    private static String page(Browserless who, String path, String language) {
        var answer = who.send(who.request(path).GET().header("Accept-Language", language));
        var page = Jsoup.parse(answer.body());
        page.select("input[name=_csrf], p.fine code").remove();
        return answer.statusCode() + page.outerHtml();
    }

    /** As a new installation would be: no document, no version. */
    private void wipe() {
        var owner = JdbcClient.create(owners);
        owner.sql("delete from tenancy_document where tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
        owner.sql("delete from tenancy_version where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
        stored.serve();
    }

    private static void unpack(byte[] zip, Path folder) throws IOException {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
    }

    /** A start whose folder holds this tenant alone. */
    private TenantVersions read(Path folder) {
        var layers = new TreeMap<>(LayerFiles.read(Optional.of(Path.of("."))));
        layers.keySet().removeIf(path -> path.startsWith("tenants/"));
        layers.putAll(LayerFiles.read(Optional.of(folder)));
        return new TenantVersions(
                Tenants.of(layers, "localhost"),
                stored,
                documents,
                table,
                applications,
                database,
                _ -> Set.of(),
                new WebhookRoom(_ -> 0),
                clock);
    }
}
