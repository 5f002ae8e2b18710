package za.co.spikedata.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A tenant's own server, which answers every request as it is told to. */
public final class Receiver implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final ServerSocket server;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private volatile Behaviour behaviour;

    /** Writes what it likes. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Socket client) throws IOException, InterruptedException;
    }

    public record Request(String line, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Receiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public static Behaviour status(int code) {
        return text("HTTP/1.1 " + code + " So\r\ncontent-length: 0\r\n\r\n");
    }

    public static Behaviour text(String answer) {
        return client ->
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public int port() {
        return server.getLocalPort();
    }

    public Request await() throws InterruptedException {
        var request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("Expected a request");
        }
        return request;
    }

    public int waiting() {
        return requests.size();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofPlatform().daemon().start(() -> take(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void take(Socket client) {
        try (client) {
            requests.add(read(client.getInputStream()));
            behaviour.answer(client);
        } catch (IOException gone) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        var line = line(in);
        var headers = new LinkedHashMap<String, String>();
        for (var next = line(in); !next.isEmpty(); next = line(in)) {
            int colon = next.indexOf(':');
            headers.put(
                    next.substring(0, colon).toLowerCase(Locale.ROOT),
                    next.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(line, headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Expected a line");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
