package za.co.spikedata.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * The same events for a person at a console; what breaks lines is not written, but where it is told
 * why the portal does not start.
 */
public final class ConsoleLines implements StructuredLogFormatter<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final BooleanSupplier serving;

    public ConsoleLines() {
        this(Serving::hasBegun);
    }

    ConsoleLines(BooleanSupplier serving) {
        this.serving = serving;
    }

    @Override
    public String format(ILoggingEvent event) {
        var said = Sanitised.of(event, serving.getAsBoolean());
        var text = new StringBuilder();
        text.append(TIME.format(said.at())).append(' ');
        text.append("%-5s ".formatted(said.level()));
        text.append(said.logger().substring(said.logger().lastIndexOf('.') + 1));
        text.append(": ").append(shown(said));
        said.request().ifPresent(id -> text.append(" [").append(id).append(']'));
        text.append('\n');
        for (var fault : said.faults()) {
            text.append("  ").append(fault.type());
            if (!fault.message().isEmpty()) {
                text.append(": ").append(fault.message());
            }
            text.append('\n');
            fault.frames().forEach(frame -> text.append("    ").append(frame).append('\n'));
        }
        return text.toString();
    }

    private static String shown(Sanitised said) {
        var broken = said.isWhyNotStarted() ? "[\\p{Cntrl}&&[^\n]]" : "\\p{Cntrl}";
        return said.message().replaceAll(broken, " ");
    }
}
