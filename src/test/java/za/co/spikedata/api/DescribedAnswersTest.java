package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.openapi.Forms;
import za.co.spikedata.retention.Receipt;
import za.co.spikedata.retention.Rule;
import za.co.spikedata.statements.ProgramDocuments.Known;
import za.co.spikedata.statements.State;

/** Holds each form that is described to what is written: no name more, none less, each its type. */
class DescribedAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");

    private JsonNode description;

    @BeforeEach
    void theDescriptionIsMade() {
        description = new ApiDescription(List.of()).json();
    }

    @Test
    void documentsAreWrittenAsDescribed() {
        var all =
                documents().map(each -> JSON.readTree(Forms.bytes(DocumentView.of(each)))).toList();

        isDescribed("Document", shape("Document"), all);
        isDescribed(
                "progress",
                shape("Document").at("/properties/progress"),
                all.stream().flatMap(each -> each.optional("progress").stream()).toList());
        tellsEvery(State.values(), shape("Document").at("/properties/state"));
        tellsEvery(Verdict.values(), shape("Document").at("/properties/verdict"));
    }

    @Test
    void listsAreWrittenAsDescribed() {
        var page = description.at("/paths/~1v7~1documents/get/responses/200/content");

        isDescribed(
                "list",
                page.at("/application~1json/schema"),
                List.of(
                        JSON.readTree(
                                Forms.bytes(
                                        DocumentView.page(
                                                documents().toList(), Optional.of("next")))),
                        JSON.readTree(
                                Forms.bytes(DocumentView.page(List.of(), Optional.empty())))));
    }

    @Test
    void receiptsAreWrittenAsDescribed() {
        var begun =
                new Receipt(
                        UUID.randomUUID(), "statement", UUID.randomUUID(), Rule.ASKED, THEN, "");
        var complete =
                new Receipt(
                        UUID.randomUUID(),
                        "statement",
                        UUID.randomUUID(),
                        Rule.ASKED,
                        THEN,
                        "a.b.c");

        isDescribed(
                "Receipt",
                shape("Receipt"),
                Stream.of(begun, complete)
                        .map(each -> JSON.readTree(Forms.bytes(ReceiptView.of(each))))
                        .toList());
    }

    @Test
    void problemsAreWrittenAsDescribed() {
        isDescribed(
                "Problem",
                shape("Problem"),
                Arrays.stream(Problem.values())
                        .map(each -> JSON.readTree(each.body(UUID.randomUUID())))
                        .toList());
    }

    @Test
    void everyFormOfAResultIsDescribed() {
        var described =
                description.at("/paths/~1v7~1documents~1{id}~1result/get/responses/200/content");

        assertThat(described.propertyNames())
                .containsExactlyElementsOf(
                        ResultFile.FORMS.stream()
                                .map(each -> each.type().getType() + "/" + each.type().getSubtype())
                                .toList());
    }

    @Test
    void scopesAreThoseThatProgramsMayHave() {
        var scopes =
                description.at("/components/securitySchemes/client/flows/clientCredentials/scopes");

        assertThat(scopes.propertyNames())
                .containsExactlyElementsOf(Arrays.stream(Scope.values()).map(Scope::word).toList());
    }

    @Test
    void everyOperationThatAsksWhoItIsTellsOfEveryRefusal() {
        description
                .get("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> {
                            boolean isOpen =
                                    operation.has("security")
                                            && operation.get("security").isEmpty();
                            if (operation.has("responses") && !isOpen) {
                                assertThat(operation.get("responses").propertyNames())
                                        .as(method + " " + path)
                                        .contains("401", "403", "429", "503");
                            }
                        }));
    }

    private static Stream<Known> documents() {
        var reasons = List.of(Optional.<String>empty(), Optional.of("PASSWORD_REQUIRED"));
        var verdicts =
                Stream.concat(
                                Stream.of(Optional.<Verdict>empty()),
                                Arrays.stream(Verdict.values()).map(Optional::of))
                        .toList();
        return Arrays.stream(State.values())
                .flatMap(state ->
                        reasons.stream()
                                .flatMap(reason ->
                                        verdicts.stream()
                                                .flatMap(verdict ->
                                                        Stream.of(
                                                                known(
                                                                        state,
                                                                        reason,
                                                                        verdict,
                                                                        Optional.empty()),
                                                                known(
                                                                        state,
                                                                        reason,
                                                                        verdict,
                                                                        Optional.of("ROWS"))))));
    }

    private static Known known(
            State state,
            Optional<String> reason,
            Optional<Verdict> verdict,
            Optional<String> stage) {
        return new Known(
                UUID.randomUUID(), "a.pdf", state, reason, verdict, 7, 1_000, stage, 1, 2, THEN);
    }

    private JsonNode shape(String name) {
        return description.at("/components/schemas/" + name);
    }

    /** Names that are told always are required, those told sometimes are not, others are none. */
    private void isDescribed(String name, JsonNode schema, List<JsonNode> written) {
        var ever = new TreeSet<String>();
        var always = new TreeSet<>(written.getFirst().propertyNames());
        for (var answer : written) {
            ever.addAll(answer.propertyNames());
            always.retainAll(answer.propertyNames());
        }
        assertThat(schema.get("properties").propertyNames()).as(name).hasSameElementsAs(ever);
        assertThat(words(schema.get("required"))).as(name).hasSameElementsAs(always);
        for (var answer : written) {
            answer.forEachEntry((property, value) ->
                    fits(name + "." + property, schema.at("/properties/" + property), value));
        }
    }

    private void fits(String name, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            fits(name, description.at(schema.get("$ref").stringValue().substring(1)), value);
            return;
        }
        if (schema.has("enum")) {
            assertThat(words(schema.get("enum"))).as(name).contains(value.stringValue());
            return;
        }
        boolean isOfType =
                switch (schema.get("type").stringValue()) {
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> false;
                };
        assertThat(isOfType).as(name).isTrue();
        if (schema.has("format")) {
            switch (schema.get("format").stringValue()) {
                case "uuid" -> assertThat(UUID.fromString(value.stringValue())).isNotNull();
                case "date-time" -> assertThat(Instant.parse(value.stringValue())).isNotNull();
                default -> throw new AssertionError("Expected a known format of " + name);
            }
        }
        value.valueStream()
                .filter(_ -> value.isArray())
                .forEach(each -> fits(name + "[]", schema.get("items"), each));
    }

    private static void tellsEvery(Enum<?>[] values, JsonNode schema) {
        assertThat(words(schema.get("enum")))
                .hasSameElementsAs(
                        Arrays.stream(values)
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    private static List<String> words(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(each -> all.add(each.stringValue()));
        return all;
    }
}
