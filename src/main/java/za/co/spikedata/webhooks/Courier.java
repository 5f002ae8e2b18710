package za.co.spikedata.webhooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body to a server. Its name is looked up once and every address it has must be public; the
 * connection goes to the very address that was looked at, so that no second answer of the name can
 * lead elsewhere. Redirects are not followed.
 */
final class Courier {
    private final WebhookSettings settings;
    private final Names names;
    private final SSLSocketFactory encryption;
    private final Limits limits;

    Courier(WebhookSettings settings, Names names, SSLSocketFactory encryption, Limits limits) {
        this.settings = settings;
        this.names = names;
        this.encryption = encryption;
        this.limits = limits;
    }

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @param connecting until there is a connection
     * @param whole from there until the end of the answer
     */
    record Limits(Duration connecting, Duration whole) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** What came back. */
    sealed interface Answer {
        record Status(int code) implements Answer {}

        record None(Fault fault) implements Answer {}
    }

    /** Why nothing came back. */
    enum Fault {
        UNKNOWN_NAME,
        NOT_PUBLIC,
        NO_CONNECTION,
        NO_TRUST,
        TOO_SLOW,
        NO_HTTP,
        /** What it is signed with, or where it goes, could not be opened; nothing was sent. */
        NOT_OPENED
    }

    Answer post(Destination to, Map<String, String> headers, byte[] body) {
        var late = new AtomicBoolean();
        try (var socket = new Socket()) {
            var address = address(to);
            if (address == null) {
                return new Answer.None(Fault.NOT_PUBLIC);
            }
            socket.connect(
                    new InetSocketAddress(address, to.port()), (int) limits.connecting.toMillis());
            var end = closeLater(socket, late);
            try {
                return exchange(
                        to.isEncrypted() ? encrypted(socket, to) : socket, to, headers, body);
            } finally {
                end.cancel(false);
            }
        } catch (UnknownHostException unknown) {
            return new Answer.None(Fault.UNKNOWN_NAME);
        } catch (SocketTimeoutException slow) {
            return new Answer.None(Fault.TOO_SLOW);
        } catch (SSLException untrusted) {
            return new Answer.None(late.get() ? Fault.TOO_SLOW : Fault.NO_TRUST);
        } catch (IOException broken) {
            return new Answer.None(late.get() ? Fault.TOO_SLOW : Fault.NO_CONNECTION);
        }
    }

    private @Nullable InetAddress address(Destination to) throws UnknownHostException {
        var found = names.of(to.host());
        boolean isFit =
                settings.isAllowed(to.host())
                        || Arrays.stream(found).allMatch(PublicAddresses::contains);
        return isFit && found.length > 0 ? found[0] : null;
    }

    /** However slowly bytes drip in, they end. */
    private CompletableFuture<Void> closeLater(Socket socket, AtomicBoolean late) {
        return CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    try {
                        socket.close();
                    } catch (IOException closed) {
                        return;
                    }
                },
                CompletableFuture.delayedExecutor(limits.whole.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Shows the name to the server, and takes no certificate of another one. */
    private Socket encrypted(Socket socket, Destination to) throws IOException {
        var layered = (SSLSocket) encryption.createSocket(socket, to.host(), to.port(), true);
        var parameters = layered.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        layered.setSSLParameters(parameters);
        layered.startHandshake();
        return layered;
    }

    private static Answer exchange(
            Socket socket, Destination to, Map<String, String> headers, byte[] body)
            throws IOException {
        var request = new ByteArrayOutputStream();
        var head = new StringBuilder("POST ").append(to.path()).append(" HTTP/1.1\r\n");
        head.append("host: ").append(to.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("content-length: ").append(body.length).append("\r\n");
        head.append("connection: close\r\n\r\n");
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
        int status = AnswerHead.status(socket.getInputStream());
        return status == AnswerHead.NONE
                ? new Answer.None(Fault.NO_HTTP)
                : new Answer.Status(status);
    }
}
