package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TenantSchemaTest {
    private static final Path KEPT = Path.of("tenants/tenant.schema.json");

    /** Every key there is. */
    private static final String ALL =
            """
            name: Blue Lenders
            hosts: ["blue.{domain}", "statements.blue.example"]
            former-hosts: ["old.blue.example"]
            theme: base
            colours: {primary: "#0b5cad", secondary: "#8a3a1f"}
            kind: portal
            locale: en-ZA
            languages: [en, af]
            mail:
              from-name: Blue
              from-address: "blue@{domain}"
              reply-to: "answers@{domain}"
              server: {host: smtp.blue.example, port: 587, user: portal}
            support: {email: help@example.com}
            second-factor: everyone
            roles: {offered: [administrator, member], second-factor: [member, viewer]}
            tamper-findings: administrators
            retention: {originals: 12h, failures: 2d, results: 30d}
            break-glass: true
            acting: false
            features: {api: true, webhooks: false, sign-in-providers: false, problem-reports: false,
              bookkeeping-files: false, verification: false}
            webhooks:
              - {name: ledger, url: "https://hooks.blue.example/in?a=b", events: [document.done]}
            plan: {name: Large, credits: 2000.5, monthly-credits: 100, requests-a-minute: 600,
              at-once: 4, file-bytes: 9000000}
            demo: false
            """;

    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final Map<String, String> base =
            Map.of(
                    "themes/base/tokens.css", ":root { --accent: red; }",
                    "themes/base/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                    "themes/base/messages.properties", "greeting=Hello",
                    "themes/base/messages_af.properties", "greeting=Hallo",
                    "tenants/blue/tenant.yml", ALL);

    private final Tenants tenants = Tenants.of(base, "example.com");
    private final Schema schema = schema(tenants.schema());

    @Test
    void isMadeOnceHoweverOftenItIsAskedFor() {
        assertThat(tenants.schema()).isSameAs(tenants.schema());
    }

    @Test
    void isKeptAsTheCodeSaysIt() throws IOException {
        var made = Tenants.load(Optional.of(Path.of("")), "example.com").schema();

        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/tenant.schema.json"), made);

        assertThat(Files.readString(KEPT))
                .as("%s; the code's is under target", KEPT)
                .isEqualTo(made);
    }

    @Test
    void takesEveryTenantThatIsShipped() throws IOException {
        var kept = schema(Files.readString(KEPT));
        var documents = new ArrayList<Path>();
        try (var paths = Files.walk(Path.of("tenants"))) {
            paths.filter(path -> path.endsWith("tenant.yml")).forEach(documents::add);
        }

        assertThat(documents).hasSizeGreaterThan(3);
        for (var document : documents) {
            var text = Files.readString(document);
            assertThat(kept.validate(text, InputFormat.YAML)).as("%s", document).isEmpty();
            assertThat(text).startsWith(TenantSchema.HINT);
        }
    }

    @Test
    void takesWhatIsExported() {
        var template =
                new TenantTemplate(
                        new TenantId("green"),
                        "Green",
                        List.of("green.{domain}"),
                        "base",
                        "#0b5cad",
                        "help@example.com");
        var edited = TenantEdit.of(template.files()).onto(Map.of(DocumentText.FILE, ALL));

        assertThat(schema.validate(template.files().get(DocumentText.FILE), InputFormat.YAML))
                .isEmpty();
        assertThat(schema.validate(edited.get(DocumentText.FILE), InputFormat.YAML)).isEmpty();
        assertThat(edited.get(DocumentText.FILE)).startsWith(TenantSchema.HINT);
    }

    @Test
    void refusesOfShapeWhatTheParserRefusesAndNothingElse() {
        var softly = new SoftAssertions();
        var said = new ArrayList<Boolean>();
        each((place, root) -> {
            var text = YAML.writeValueAsString(root);
            var refused = schema.validate(text, InputFormat.YAML);
            said.add(refused.isEmpty());
            softly.assertThat(refused.isEmpty())
                    .as("%s: the schema says %s", place, refused)
                    .isEqualTo(isTaken(text));
        });

        softly.assertAll();
        assertThat(said).hasSizeGreaterThan(200).contains(true, false);
    }

    @Test
    void knowsEveryKeyOfTheDocumentThatIsTried() {
        var root = (ObjectNode) YAML.readTree(ALL);

        assertThat(root.propertyNames()).hasSize(TenantDocument.class.getRecordComponents().length);
        assertThat(schema.validate(ALL, InputFormat.YAML)).isEmpty();
        assertThat(isTaken(ALL)).isTrue();
    }

    private interface Tried {
        void as(String place, JsonNode document);
    }

    /** The document with each of its values as something else, and without, and with more. */
    private static void each(Tried tried) {
        var others =
                List.of(
                        "7",
                        "1.5",
                        "true",
                        "null",
                        "''",
                        "'x'",
                        "'no such thing!'",
                        "[]",
                        "[x]",
                        "[7]",
                        "[null]",
                        "{}",
                        "{x: y}");
        for (var other : others) {
            tried.as("all = " + other, YAML.readTree(other));
        }
        int count = places(YAML.readTree(ALL)).size();
        for (int i = 0; i < count; i++) {
            for (var other : others) {
                var root = YAML.readTree(ALL);
                var place = places(root).get(i);
                place.put().accept(YAML.readTree(other));
                tried.as(place.name() + " = " + other, root);
            }
            var root = YAML.readTree(ALL);
            var place = places(root).get(i);
            if (place.parent() instanceof ObjectNode object) {
                object.remove(place.name().substring(place.name().lastIndexOf('.') + 1));
                tried.as("without " + place.name(), root);
                object.put("another", "x");
                tried.as("another beside " + place.name(), root);
            }
        }
    }

    private record Place(String name, JsonNode parent, Consumer<JsonNode> put) {}

    private static List<Place> places(JsonNode root) {
        var found = new ArrayList<Place>();
        gather("", root, found);
        return found;
    }

    private static void gather(String path, JsonNode node, List<Place> found) {
        if (node instanceof ObjectNode object) {
            for (var key : List.copyOf(object.propertyNames())) {
                var place = path + "." + key;
                found.add(new Place(place, object, value -> object.set(key, value)));
                gather(place, object.get(key), found);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                var place = path + "." + i;
                found.add(new Place(place, array, value -> array.set(index, value)));
                gather(place, array.get(index), found);
            }
        }
    }

    private boolean isTaken(String document) {
        var files = new HashMap<>(base);
        files.put("tenants/blue/tenant.yml", document);
        try {
            Tenants.of(files, "example.com");
            return NewFiles.mistakes("blue", Map.of("tenant.yml", document)).isEmpty();
        } catch (InvalidLayers refused) {
            return false;
        }
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
