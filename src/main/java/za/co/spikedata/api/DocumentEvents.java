package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import za.co.spikedata.openapi.Forms;
import za.co.spikedata.statements.ProgramDocuments;

/**
 * Tells of a document as it changes, until it has come to an end, whoever asks may ask no more, or
 * ten minutes are over; asked again it begins with how things stand then. Between two looks it
 * holds nothing but its thread, which is a virtual one.
 */
@Component
class DocumentEvents {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofSeconds(2);

    /** Milliseconds after which a client asks again that lost its stream. */
    private static final String BEGINNING = "retry: 2000\n\n";

    private final Authorizations authorizations;
    private final ProgramDocuments documents;
    private final Streams streams;
    private final Clock clock;
    private volatile boolean isStopping;

    DocumentEvents(
            Authorizations authorizations,
            ProgramDocuments documents,
            Streams streams,
            Clock clock) {
        this.authorizations = authorizations;
        this.documents = documents;
        this.streams = streams;
        this.clock = clock;
    }

    /** What somebody watches, and what they were told last. */
    private static final class Watch {
        private final OutputStream out;
        private byte[] told = new byte[0];
        private int count;

        Watch(OutputStream out) {
            this.out = out;
        }

        void tell(String kind, byte[] document) throws IOException {
            if (!Arrays.equals(told, document)) {
                told = document;
                count++;
                write("id: " + count + "\nevent: " + kind + "\ndata: ");
                out.write(document);
                write("\n\n");
                out.flush();
            }
        }

        void beat() throws IOException {
            write(":\n\n");
            out.flush();
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @throws Refused when as many are open as may be
     */
    void send(HttpServletRequest request, HttpServletResponse response, Client client, UUID id)
            throws IOException {
        try (var _ = streams.open(client).orElseThrow(() -> new Refused(Problem.TOO_MANY))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // a proxy would keep it back
            var watch = new Watch(response.getOutputStream());
            watch.write(BEGINNING);
            follow(request, client, id, watch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(HttpServletRequest request, Client client, UUID id, Watch watch)
            throws IOException, InterruptedException {
        var now = clock.instant();
        var end = now.plus(LONGEST);
        var beat = now.plus(HEARTBEAT);
        var check = now.plus(CHECK);
        while (!isStopping && now.isBefore(end)) {
            var known = documents.find(client.tenant(), id);
            if (known.isEmpty()) {
                watch.tell("deleted", Forms.bytes(new DocumentView.Gone(id)));
                return;
            }
            if (!DocumentView.isUnderWay(known.get())) {
                watch.tell("end", Forms.bytes(DocumentView.of(known.get())));
                return;
            }
            watch.tell("progress", Forms.bytes(DocumentView.of(known.get())));
            Thread.sleep(LOOK);
            now = clock.instant();
            if (now.isAfter(beat)) {
                watch.beat();
                beat = now.plus(HEARTBEAT);
            }
            if (now.isAfter(check)) {
                if (authorizations.client(request, Scope.PDF).isEmpty()) {
                    return;
                }
                check = now.plus(CHECK);
            }
        }
    }

    /** Streams would keep the server from stopping. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        isStopping = true;
    }
}
