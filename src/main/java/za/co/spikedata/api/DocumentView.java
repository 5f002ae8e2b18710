package za.co.spikedata.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.retention.Receipt;
import za.co.spikedata.statements.ProgramDocuments.Known;
import za.co.spikedata.statements.State;

/** Documents and receipts as programs are told of them; what is absent is left out. */
final class DocumentView {
    private DocumentView() {}

    static byte[] one(Known document) {
        return bytes(fields(document));
    }

    /**
     * @param next where the list goes on; empty at its end
     */
    static byte[] list(List<Known> documents, String next) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("documents", documents.stream().map(DocumentView::fields).toList());
        if (!next.isEmpty()) {
            fields.put("next", next);
        }
        return bytes(fields);
    }

    /** Of one that is deleted, nothing is told but that. */
    static byte[] gone(UUID id) {
        return bytes(Map.of("id", id.toString()));
    }

    static byte[] receipt(Receipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", receipt.id().toString());
        fields.put("kind", receipt.kind());
        fields.put("document", receipt.subject().toString());
        fields.put("begun", receipt.begun().toString());
        fields.put("complete", receipt.isComplete());
        if (receipt.isComplete()) {
            fields.put("signed", receipt.signed());
        }
        return bytes(fields);
    }

    /** Whether more is to come without anybody's doing. */
    static boolean isUnderWay(Known document) {
        return document.state() == State.WAITING || document.state() == State.READING;
    }

    static String path(Known document) {
        return "/v7/documents/" + document.id();
    }

    private static Map<String, Object> fields(Known document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", document.id().toString());
        fields.put("name", document.name());
        fields.put("bytes", document.bytes());
        fields.put("created", document.created().toString());
        fields.put("state", word(document.state().name()));
        document.reason().ifPresent(reason -> fields.put("reason", word(reason)));
        document.verdict()
                .ifPresent(verdict -> {
                    fields.put("verdict", word(verdict.name()));
                    fields.put("transactions", document.transactions());
                    fields.put("result", path(document) + "/result");
                });
        document.stage()
                .ifPresent(stage ->
                        fields.put(
                                "progress",
                                Map.of(
                                        "stage", word(stage),
                                        "done", document.done(),
                                        "of", document.of())));
        return fields;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte[] bytes(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsBytes(fields);
    }
}
