package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.statements.files.SignedResult;

/** Holds results as they are signed to what is told of them: no name more, none less. */
class ResultSchemaTest {
    private static final SignedResult.Provenance HERE =
            new SignedResult.Provenance(
                    "https://app.localhost/", "ab".repeat(32), "1.0", "2026-11-27T10:15:30Z");
    private static final List<JsonNode> WRITTEN =
            Samples.all(7).stream()
                    .map(sample ->
                            new StatementEngine(EngineLimits.DEFAULT)
                                    .read(sample.pdf(), Optional.empty(), Progress.NONE))
                    .filter(ReadResult.Read.class::isInstance)
                    .map(read -> signed(doubted((ReadResult.Read) read)))
                    .toList();

    @Test
    void everyResultIsAsDescribed() {
        var schema = strict();

        assertThat(WRITTEN).hasSizeGreaterThan(5);
        for (var result : WRITTEN) {
            assertThat(schema.validate(result.toString(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void everyRequiredNameIsMissed() {
        var schema = strict();
        var result = (ObjectNode) WRITTEN.getFirst();

        for (var name : result.propertyNames()) {
            var less = result.deepCopy();
            less.remove(name);
            assertThat(schema.validate(less.toString(), InputFormat.JSON)).as(name).isNotEmpty();
        }
        var more = result.deepCopy().put("unheard", 1);
        assertThat(schema.validate(more.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everySentenceIsOfSomethingThatIsWritten() {
        var written = new TreeSet<String>();
        WRITTEN.forEach(result -> names(result, written));

        ResultSchema.named()
                .forEachEntry((name, schema) ->
                        schema.get("properties")
                                .forEachEntry((property, told) -> {
                                    assertThat(told.has("type") || told.has("$ref"))
                                            .as(name + "." + property)
                                            .isTrue();
                                    if (told.has("description")) {
                                        assertThat(property).as(name).isIn(written);
                                    }
                                }));
    }

    /** With every kind of check, repair and signal that a reading can hold. */
    private static ReadResult.Read doubted(ReadResult.Read read) {
        var place = new Place(1, new Box(10, 20, 30, 5));
        var ten = Money.ofThousandths(10_000);
        var proof =
                new Proof(
                        Verdict.CONTRADICTED,
                        List.of(
                                new Check.Holds(Check.Rule.COVERAGE, 3),
                                new Check.Broken(
                                        Check.Rule.BALANCE_CHAIN,
                                        2,
                                        Optional.of(ten),
                                        Optional.of(ten),
                                        Optional.of(place)),
                                new Check.NotPrinted(Check.Rule.PRINTED_COUNT)),
                        List.of(
                                new Repair(
                                        2,
                                        Cell.Column.AMOUNT,
                                        ten,
                                        ten,
                                        1.5,
                                        Optional.of(2),
                                        Optional.of(place))));
        var signal =
                new Authenticity.Signal(Authenticity.Sign.COVERED_TEXT, Optional.of(place), 0.5);
        return new ReadResult.Read(
                read.pages(),
                read.statements().stream().map(each -> each.with(proof)).toList(),
                new Authenticity(
                        read.authenticity().kind(),
                        read.authenticity().producer(),
                        read.authenticity().score(),
                        List.of(signal)),
                read.trace());
    }

    private static JsonNode signed(ReadResult read) {
        return JsonMapper.shared()
                .readTree(
                        new String(
                                SignedResult.sign(read, HERE, _ -> "head.body.signature"),
                                StandardCharsets.UTF_8));
    }

    private static Schema strict() {
        var root = new ApiDescription(List.of()).json();
        root.at("/components/schemas").forEach(ResultSchemaTest::close);
        root.put("$ref", "#/components/schemas/" + ResultSchema.NAME);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }

    /** What is not described is not allowed. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
            object.get("properties").forEach(ResultSchemaTest::close);
        }
    }

    private static void names(JsonNode node, TreeSet<String> found) {
        found.addAll(node.propertyNames());
        node.forEach(each -> names(each, found));
    }
}
