package za.co.spikedata.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import za.co.spikedata.destinations.Destination;

/** Takes a request to a server, {@linkplain Dialer on the open internet}; follows no redirect. */
public final class Courier {
    /** Keys and settings of any server are far shorter. */
    private static final int MOST_BYTES = 512 * 1024;

    private final Dialer dialer;
    private final Limits limits;

    public Courier(Dialer dialer, Limits limits) {
        this.dialer = dialer;
        this.limits = limits;
    }

    /** Looks names up. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @param connecting until there is a connection
     * @param whole from there until the end of the answer
     */
    public record Limits(Duration connecting, Duration whole) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** What came back. */
    public sealed interface Answer {
        record Status(int code) implements Answer {}

        record None(Fault fault) implements Answer {}
    }

    /** Why nothing came back. */
    public enum Fault {
        UNKNOWN_NAME,
        NOT_PUBLIC,
        NO_CONNECTION,
        NO_TRUST,
        TOO_SLOW,
        NO_HTTP,
        /** What it is signed with, or where it goes, could not be opened; nothing was sent. */
        NOT_OPENED
    }

    /** Reads an answer as far as somebody wants to know it; empty when it is none. */
    @FunctionalInterface
    private interface Reader<T> {
        Optional<T> read(InputStream in) throws IOException;
    }

    /** What came back with a body. */
    public sealed interface Reply {
        record Document(int status, byte[] body) implements Reply {
            @Override
            public String toString() {
                return "Document[" + status + "]";
            }
        }

        record None(Fault fault) implements Reply {}
    }

    /** Brings a body and learns the status; whatever comes behind the head is left unread. */
    public Answer post(Destination to, Map<String, String> headers, byte[] body) {
        return carry(
                to,
                request("POST", to, headers, body),
                in -> AnswerHead.read(in).map(head -> new Answer.Status(head.status())),
                Answer.None::new);
    }

    /** Brings a body and takes the answer's back. */
    public Reply ask(Destination to, Map<String, String> headers, byte[] body) {
        return carry(to, request("POST", to, headers, body), Courier::document, Reply.None::new);
    }

    /** Fetches JSON. */
    public Reply fetch(Destination from) {
        return carry(
                from,
                request("GET", from, Map.of("accept", "application/json"), new byte[0]),
                Courier::document,
                Reply.None::new);
    }

    private static Optional<Reply> document(InputStream in) throws IOException {
        var head = AnswerHead.read(in);
        return head.isEmpty()
                ? Optional.empty()
                : AnswerBody.read(head.get(), in, MOST_BYTES)
                        .map(body -> new Reply.Document(head.get().status(), body));
    }

    private <T> T carry(
            Destination to,
            byte[] request,
            Reader<? extends T> reader,
            Function<Fault, ? extends T> none) {
        try (var line = dialer.open(to.host(), to.port(), limits)) {
            Optional<? extends T> read = talk(line, to, request, reader);
            return read.isPresent() ? read.get() : none.apply(Fault.NO_HTTP);
        } catch (NotPublic closed) {
            return none.apply(Fault.NOT_PUBLIC);
        } catch (UnknownHostException unknown) {
            return none.apply(Fault.UNKNOWN_NAME);
        } catch (SocketTimeoutException slow) {
            return none.apply(Fault.TOO_SLOW);
        } catch (SSLException untrusted) {
            return none.apply(Fault.NO_TRUST);
        } catch (IOException broken) {
            return none.apply(Fault.NO_CONNECTION);
        }
    }

    private static <T> Optional<? extends T> talk(
            Line line, Destination to, byte[] request, Reader<? extends T> reader)
            throws IOException {
        try {
            var talk = to.isEncrypted() ? line.encrypted(to.host()) : line.socket();
            talk.getOutputStream().write(request);
            talk.getOutputStream().flush();
            return reader.read(talk.getInputStream());
        } catch (IOException broken) {
            throw line.isLate() ? new SocketTimeoutException("Expected an earlier end") : broken;
        }
    }

    private static byte[] request(
            String method, Destination to, Map<String, String> headers, byte[] body) {
        var request = new ByteArrayOutputStream();
        var head = new StringBuilder(method).append(' ').append(to.path()).append(" HTTP/1.1\r\n");
        head.append("host: ").append(to.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("content-length: ").append(body.length).append("\r\n");
        }
        head.append("connection: close\r\n\r\n");
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
