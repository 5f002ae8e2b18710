package za.co.spikedata.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;
import za.co.spikedata.shape.Impersonal;
import za.co.spikedata.shape.Shape;

/**
 * A log event without content once the portal serves. Our own messages are kept as the code spells
 * them; what fills them in, what libraries say and what exceptions say is kept as its shape, unless
 * its type is one that tells nothing of anybody.
 *
 * @param request id of the request it belongs to, if there is one
 * @param faults the exception and its causes, the outermost first
 */
record Sanitised(
        Instant at,
        String level,
        String logger,
        String message,
        Optional<String> request,
        List<Fault> faults) {
    /** Where the request's id stands in the diagnostic context. */
    static final String REQUEST = "request";

    private static final String OURS = "za.co.spikedata";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /** Tells why the portal does not start, such as every wrong setting; nothing else. */
    private static final String WHY_NOT_STARTED =
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 20;

    /**
     * An exception.
     *
     * @param message its shape, once the portal serves
     * @param frames where it came from, the innermost first
     */
    record Fault(String type, String message, List<String> frames) {
        Fault {
            frames = List.copyOf(frames);
        }
    }

    Sanitised {
        faults = List.copyOf(faults);
    }

    /**
     * @param serving whether people's data may be near; else it is kept as it is
     */
    static Sanitised of(ILoggingEvent event, boolean serving) {
        return new Sanitised(
                event.getInstant(),
                event.getLevel().toString(),
                event.getLoggerName(),
                serving && !isWhyNotStarted(event.getLoggerName())
                        ? message(event)
                        : event.getFormattedMessage(),
                Optional.ofNullable(event.getMDCPropertyMap().get(REQUEST))
                        .filter(id -> ID.matcher(id).matches()),
                faults(event.getThrowableProxy(), serving));
    }

    boolean isWhyNotStarted() {
        return isWhyNotStarted(logger);
    }

    private static boolean isWhyNotStarted(String logger) {
        return logger.equals(WHY_NOT_STARTED);
    }

    private static String message(ILoggingEvent event) {
        var template = event.getMessage() == null ? "" : event.getMessage();
        if (!event.getLoggerName().startsWith(OURS)) {
            return Shape.of(template).form();
        }
        var with = event.getArgumentArray();
        return with == null
                ? template
                : MessageFormatter.basicArrayFormat(
                        template, Arrays.stream(with).map(Sanitised::shown).toArray());
    }

    /** A value as it may be shown. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case UUID id -> id.toString();
            case Enum<?> constant -> constant.name();
            case Class<?> type -> type.getSimpleName();
            case TemporalAccessor time -> time.toString();
            case TemporalAmount time -> time.toString();
            case Collection<?> several ->
                    several.stream()
                            .map(Sanitised::shown)
                            .collect(Collectors.joining(", ", "[", "]"));
            default ->
                    value.getClass().isAnnotationPresent(Impersonal.class)
                            ? value.toString()
                            : Shape.of(value.toString()).form();
        };
    }

    private static List<Fault> faults(@Nullable IThrowableProxy thrown, boolean serving) {
        var faults = new ArrayList<Fault>();
        for (var each = thrown;
                each != null && faults.size() < MOST_CAUSES;
                each = each.isCyclic() ? null : each.getCause()) {
            faults.add(
                    new Fault(
                            each.getClassName(),
                            said(Objects.requireNonNullElse(each.getMessage(), ""), serving),
                            Arrays.stream(each.getStackTraceElementProxyArray())
                                    .limit(MOST_FRAMES)
                                    .map(StackTraceElementProxy::getSTEAsString)
                                    .toList()));
        }
        return faults;
    }

    private static String said(String message, boolean serving) {
        return serving ? Shape.of(message).form() : message;
    }
}
