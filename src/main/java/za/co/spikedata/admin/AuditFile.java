package za.co.spikedata.admin;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes a trail as a file, line by line, so that a long one takes no memory. */
abstract sealed class AuditFile {
    protected final PrintWriter out;

    private AuditFile(PrintWriter out) {
        this.out = out;
    }

    static AuditFile of(String format, PrintWriter out) {
        return format.equals("csv") ? new Csv(out) : new Json(out);
    }

    abstract void add(EventView view);

    abstract void end();

    private static Map<String, Object> fields(EventView view) {
        var event = view.event();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("seq", event.seq());
        fields.put("at", event.at().toString());
        fields.put("actor", event.actor());
        fields.put("actorName", view.actorName());
        fields.put("action", event.action());
        fields.put("subject", event.subject());
        fields.put("address", event.address());
        fields.put("requestId", event.requestId());
        fields.put("previousHash", event.previousHash());
        fields.put("hash", event.hash());
        return fields;
    }

    private static final class Csv extends AuditFile {
        /** What a spreadsheet takes for the start of a formula. */
        private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

        private boolean isStarted;

        Csv(PrintWriter out) {
            super(out);
        }

        @Override
        void add(EventView view) {
            var fields = fields(view);
            if (!isStarted) {
                out.print(String.join(",", fields.keySet()) + "\n");
                isStarted = true;
            }
            out.print(
                    fields.values().stream()
                                    .map(value -> cell(value.toString()))
                                    .collect(Collectors.joining(","))
                            + "\n");
        }

        private static String cell(String text) {
            boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
            return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
        }

        @Override
        void end() {
            out.flush();
        }
    }

    private static final class Json extends AuditFile {
        private String before = "[";

        Json(PrintWriter out) {
            super(out);
        }

        @Override
        void add(EventView view) {
            out.print(before + "\n" + JsonMapper.shared().writeValueAsString(fields(view)));
            before = ",";
        }

        @Override
        void end() {
            out.print((before.equals("[") ? "[" : "\n") + "]\n");
            out.flush();
        }
    }
}
