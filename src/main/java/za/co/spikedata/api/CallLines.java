package za.co.spikedata.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import za.co.spikedata.shape.Words;

/**
 * A line of the log for each request of a program and the answer it got, under the request's id, by
 * which the ledger knows who asked. Of bodies it tells lengths, where they were told, and types
 * alone, and of what the program spelt the shape. Events that follow an answer are not waited for.
 */
final class CallLines extends ValveBase {
    /** Where a request keeps its {@link CallNotes.Call}. */
    static final String CALL = CallNotes.Call.class.getName();

    private static final Logger log = LoggerFactory.getLogger(CallLines.class);

    CallLines() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            if (request.getAttribute(CALL) instanceof CallNotes.Call call) {
                request.removeAttribute(CALL);
                MDC.setContextMap(call.named());
                try {
                    write(call, request, response);
                } finally {
                    MDC.clear();
                }
            }
        }
    }

    private static void write(CallNotes.Call call, Request request, Response response) {
        long length = request.getContentLengthLong();
        log.info(
                "Answered {} {} with {} {} in {} ms{}; query {}",
                call.method(),
                call.route(),
                response.getStatus(),
                new Words(Objects.toString(response.getContentType(), "without type")),
                Duration.ofNanos(System.nanoTime() - call.begun()).toMillis(),
                new Words(length < 0 ? "" : ", took " + length + " bytes"),
                Objects.toString(request.getQueryString(), ""));
    }
}
