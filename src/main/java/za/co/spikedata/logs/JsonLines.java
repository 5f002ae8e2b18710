package za.co.spikedata.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, for machines; names as ECS has them where it has them. */
public final class JsonLines implements StructuredLogFormatter<ILoggingEvent> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BooleanSupplier serving;

    public JsonLines() {
        this(Serving::hasBegun);
    }

    JsonLines(BooleanSupplier serving) {
        this.serving = serving;
    }

    @Override
    public String format(ILoggingEvent event) {
        var said = Sanitised.of(event, serving.getAsBoolean());
        var line = new LinkedHashMap<String, Object>();
        line.put("@timestamp", said.at().toString());
        line.put("log.level", said.level());
        line.put("log.logger", said.logger());
        line.put("message", said.message());
        said.request().ifPresent(id -> line.put("http.request.id", id));
        if (!said.faults().isEmpty()) {
            line.put("error", said.faults().stream().map(JsonLines::fault).toList());
        }
        return JSON.writeValueAsString(line) + "\n";
    }

    private static Map<String, Object> fault(Sanitised.Fault fault) {
        return Map.of(
                "type", fault.type(), "message", fault.message(), "stack_trace", fault.frames());
    }
}
