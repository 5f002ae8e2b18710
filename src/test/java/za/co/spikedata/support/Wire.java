package za.co.spikedata.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection on which anything can be said, byte by byte. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int CLOSE_MILLIS = 500;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    /** One answer; header names in lower case. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(
                    " | ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    public static Wire plain(int port) {
        try {
            return new Wire(connect(port));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Over TLS, asking for the certificate of this host; null asks for none. */
    public static Wire tls(int port, @Nullable String serverName) {
        return tls(AnyCertificate.context(), port, serverName);
    }

    /** The same for a client that may have been here before. */
    public static Wire tls(SSLContext client, int port, @Nullable String serverName) {
        try {
            var socket = unsecured(client, port);
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(
                    serverName == null ? List.of() : List.of(new SNIHostName(serverName)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new Wire(socket);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Over TLS, before the handshake. */
    public static SSLSocket unsecured(SSLContext client, int port) throws IOException {
        return (SSLSocket)
                client.getSocketFactory().createSocket(connect(port), "127.0.0.1", port, true);
    }

    /** A socket that waits for nothing longer than its patience. */
    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Says one thing on a connection of its own and reads the answer. */
    public static Answer ask(int port, String request) {
        try (var wire = tls(port, "app.localhost")) {
            return wire.say(request).answer(request.startsWith("HEAD "));
        }
    }

    public SSLSocket secured() {
        return (SSLSocket) socket;
    }

    public Wire say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Answer answer() {
        return answer(false);
    }

    private Answer answer(boolean toHead) {
        try {
            var line = line();
            var headers = new TreeMap<String, List<String>>();
            for (var next = line(); !next.isEmpty(); next = line()) {
                int colon = next.indexOf(':');
                headers.computeIfAbsent(
                                next.substring(0, colon).toLowerCase(Locale.ROOT),
                                _ -> new ArrayList<>())
                        .add(next.substring(colon + 1).strip());
            }
            int status = Integer.parseInt(line.split(" ", 3)[1]);
            return new Answer(status, headers, toHead ? "" : body(headers));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the server has closed, or closes within the time. */
    public boolean closesWithin(int millis) {
        try {
            socket.setSoTimeout(millis);
            long end = System.nanoTime() + millis * 1_000_000L;
            while (System.nanoTime() < end) {
                if (in.read() < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The next so many bytes. */
    public byte[] bytes(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All that is said until the connection ends, each byte a character. */
    public String rest() {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            return all.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    public boolean isClosed() {
        return closesWithin(CLOSE_MILLIS);
    }

    private String body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            int length = Integer.parseInt(headers.get("content-length").getFirst());
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        var all = new ByteArrayOutputStream();
        if (headers.containsKey("transfer-encoding")) {
            for (int size = chunk(); size > 0; size = chunk()) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
        } else if (headers.getOrDefault("connection", List.of()).contains("close")) {
            all.write(in.readAllBytes());
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Expected a line, got: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (SocketException gone) {
            return;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
