package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DoorEndpointTest {
    private static final int MOST_FROM_ONE_ADDRESS = 20;
    private static final int PATIENCE_MILLIS = 10_000;

    private final DoorEndpoint endpoint = new DoorEndpoint(60, MOST_FROM_ONE_ADDRESS);
    private final DoorProtocol protocol = new DoorProtocol(endpoint);

    @BeforeEach
    void open() throws Exception {
        protocol.setAddress(InetAddress.getLoopbackAddress());
        protocol.setPort(0);
        protocol.setAdapter(new CoyoteAdapter(new Connector(protocol)));
        protocol.init();
        protocol.start();
    }

    @AfterEach
    void close() throws Exception {
        protocol.stop();
        protocol.destroy();
    }

    @Test
    @DisplayName("RES-01 one address too often is closed, costs others nothing and is let in again")
    void closesWhatIsOneTooMany() throws IOException {
        var sockets = new ArrayList<Socket>();
        // Three times what the whole server takes at once.
        for (int i = 0; i < 180; i++) {
            sockets.add(connect("127.3.0.1"));
        }

        int open = 0;
        for (var socket : sockets.reversed()) {
            open += isOpen(socket) ? 1 : 0;
        }
        assertThat(open).isLessThanOrEqualTo(MOST_FROM_ONE_ADDRESS);
        assertThat(connections()).isLessThanOrEqualTo(MOST_FROM_ONE_ADDRESS);
        assertThat(answer("127.3.0.2")).startsWith("HTTP/1.1 421");

        for (var socket : sockets) {
            socket.close();
        }
        await(() -> connections() == 0);
        endpoint.sweep();
        assertThat(answer("127.3.0.1")).startsWith("HTTP/1.1 421");
    }

    @Test
    void sweepsWhileConnectionsComeAndGo() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var comings = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                var address = "127.3.1." + (i + 1);
                comings.add(
                        others.submit(() -> {
                            for (int each = 0; each < 500; each++) {
                                connect(address).close();
                            }
                            return null;
                        }));
            }
            while (!comings.stream().allMatch(Future::isDone)) {
                endpoint.sweep();
            }
            for (var coming : comings) {
                coming.get();
            }
        }
        await(() -> connections() == 0);
    }

    /** Without the one that Tomcat counts while it waits for it. */
    private long connections() {
        return protocol.getConnectionCount() - 1;
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), protocol.getLocalPort());
        socket.connect(here, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Nobody is told anything before they ask: only the end can come. */
    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException open) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private String answer(String from) throws IOException {
        try (var socket = connect(from)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
