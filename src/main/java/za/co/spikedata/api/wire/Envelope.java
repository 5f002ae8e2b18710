package za.co.spikedata.api.wire;

import java.util.Map;
import java.util.UUID;
import za.co.spikedata.api.wire.Json.Fields;
import za.co.spikedata.api.wire.Outcome.Details;

/** One answer, to be written in the form of its address. */
public record Envelope(UUID requestId, Outcome outcome, Credit credit) {
    private static final int NO_SCORE = 0;
    private static final String UNREADABLE = "unknown";

    public byte[] write(Form form) {
        var told = form.told(outcome);
        var code = form.code(told);
        var fields =
                new Fields()
                        .put("requestId", requestId.toString())
                        .put("code", form == Form.PDF ? Older.wire(code) : code.wire())
                        .put("type", code.type());
        data(form, told, fields);
        if (!code.isSuccess()) {
            fields.put("message", code.message());
        }
        if (form.isFlat()) {
            if (!code.isSuccess()) {
                fields.put("blame", code.blame().name());
            }
            judged(form, told, fields);
            fields.put("creditBalance", Json.tenths(credit.balance()));
            fields.put("creditsDeducted", Json.tenths(-credit.deducted()));
        }
        return Json.bytes(fields.map());
    }

    private static void data(Form form, Outcome told, Fields fields) {
        switch (told) {
            case Outcome.Read(var found) -> fields.put("data", Data.of(form, found));
            case Outcome.Contradicted(var found) ->
                    fields.put("data", Data.of(form, found.doubted()));
            case Outcome.Failed(var code, var details) -> {
                var shown = form == Form.PDF ? Older.details(code, details) : details;
                switch (shown) {
                    case Details.None _ -> {}
                    case Details.Sentences(var all) -> fields.put("data", all);
                    case Details.Layouts(var ids) -> fields.put("data", ids);
                    case Details.Pattern(var type, var message) ->
                            fields.put("data", pair("type", type, "message", message));
                    case Details.Document(var name, var notes) ->
                            fields.put("data", pair("name", name, "notes", notes));
                }
            }
        }
    }

    private static Map<String, Object> pair(
            String first, String value, String second, String other) {
        return new Fields().put(first, value).put(second, other).map();
    }

    private static void judged(Form form, Outcome told, Fields fields) {
        switch (told) {
            case Outcome.Read(var found) -> {
                if (form == Form.PDF2) {
                    fields.put("score", found.authenticity().score());
                    fields.put("authenticity", found.authenticity().kind().word());
                }
            }
            case Outcome.Contradicted(var found) -> {
                fields.put("score", NO_SCORE);
                fields.put("authenticity", found.authenticity().kind().word());
            }
            case Outcome.Failed _ -> {
                fields.put("score", NO_SCORE);
                fields.put("authenticity", UNREADABLE);
            }
        }
    }
}
