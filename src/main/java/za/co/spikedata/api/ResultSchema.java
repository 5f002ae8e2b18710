package za.co.spikedata.api;

import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.openapi.Schemas;
import za.co.spikedata.openapi.Schemas.Dialect;

/** Schemas of a signed result, made of the records it is written of. */
final class ResultSchema {
    static final String NAME = "Result";

    /** What names and types do not say, by schema and property. */
    private static final Map<String, String> SAYS =
            Map.ofEntries(
                    Map.entry("Result.verdict", "The worst of its statements."),
                    Map.entry(
                            "Result.signature",
                            "A detached JWS (RFC 7515, appendix F) over all that stands before it."),
                    Map.entry(
                            "ResultStatement.format",
                            "Id of the bank's layout, where it is known."),
                    Map.entry("ResultStatement.currency", "ISO 4217, where it is printed."),
                    Map.entry(
                            "ResultStatement.liability",
                            "The balance is what is owed: purchases raise it."),
                    Map.entry(
                            "ResultStatement.newestFirst",
                            "The paper lists the newest row first; transactions keep its order."),
                    Map.entry("ResultTransaction.date", "The day it is booked under."),
                    Map.entry(
                            "ResultTransaction.amount",
                            "What the row adds to the balance, its fee included."),
                    Map.entry("ResultTransaction.fee", "The part of the amount in a fee column."),
                    Map.entry("ResultTransaction.balance", "The running balance after the row."),
                    Map.entry("ResultTransaction.description", "A text for each printed line."),
                    Map.entry(
                            "ResultMarker.afterTransaction",
                            "Id of the transaction it stands after; 0 before the first."),
                    Map.entry("ResultCheck.times", "How often it holds; never 0."),
                    Map.entry(
                            "ResultCheck.transaction", "Where it breaks; 0 when at no single row."),
                    Map.entry(
                            "ResultProof.repairs",
                            "Single changes that would mend what is broken, the likeliest first."),
                    Map.entry(
                            "ResultRepair.alike",
                            "How many changes explain the paper as well, this among them; absent"
                                    + " where no other does."),
                    Map.entry("ResultPlace.page", "The first is 1."),
                    Map.entry("ResultPlace.box", "Left, top, width and height in points."),
                    Map.entry("ResultSignal.weight", "From 0, common and harmless, to 1."));

    private ResultSchema() {}

    static ObjectNode named() {
        var schemas =
                new Schemas(
                        new Dialect(
                                NAME,
                                Enum::name,
                                Map.of(
                                        Money.class,
                                        node("number"),
                                        double.class,
                                        node("number"),
                                        LocalDate.class,
                                        node("string").put("format", "date"),
                                        Box.class,
                                        box())));
        var result = schemas.object(ReadResult.Read.class);
        var properties = result.withObject("/properties");
        properties.set("outcome", outcome());
        properties.set("verdict", schemas.of(Verdict.class));
        properties.set("provenance", provenance());
        properties.set("signature", node("string"));
        var required = result.withArray("/required");
        properties.propertyNames().stream()
                .filter(name ->
                        required.valueStream().noneMatch(each -> each.asString().equals(name)))
                .forEach(required::add);
        var all = JsonMapper.shared().createObjectNode();
        all.set(NAME, result);
        all.setAll(schemas.named());
        SAYS.forEach((place, says) -> {
            var names = place.split("\\.");
            all.withObject("/" + names[0] + "/properties/" + names[1]).put("description", says);
        });
        return all;
    }

    private static ObjectNode outcome() {
        var outcome = node("string");
        outcome.putArray("enum").add("read");
        return outcome;
    }

    /** The hash of the PDF is left out where it is not known. */
    private static ObjectNode provenance() {
        var provenance = node("object");
        provenance.putArray("required").add("issuer").add("engine").add("receivedAt");
        var properties = provenance.putObject("properties");
        properties
                .putObject("issuer")
                .put("type", "string")
                .put("description", "The portal that signed.");
        properties
                .putObject("sha256")
                .put("type", "string")
                .put("pattern", "^[0-9a-f]{64}$")
                .put("description", "Of the PDF as it came.");
        properties.putObject("engine").put("type", "string");
        properties.putObject("receivedAt").put("type", "string").put("format", "date-time");
        return provenance;
    }

    private static ObjectNode box() {
        var box = node("array").put("minItems", 4).put("maxItems", 4);
        box.putObject("items").put("type", "number");
        return box;
    }

    private static ObjectNode node(String type) {
        return JsonMapper.shared().createObjectNode().put("type", type);
    }
}
