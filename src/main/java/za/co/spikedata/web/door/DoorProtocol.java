package za.co.spikedata.web.door;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.TLSClientHelloExtractor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as the portal speaks it. HTTP/2 is left out on purpose: pages are small, what it would
 * win is little, and what attacks it (rapid reset, endless CONTINUATION, HPACK bombs) finds
 * nothing.
 */
public final class DoorProtocol extends Http11NioProtocol {
    private static final Logger log = LoggerFactory.getLogger(DoorProtocol.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int LARGEST_CHUNK_EXTENSIONS_BYTES = 256;
    private static final int LARGEST_TRAILERS_BYTES = 1 << 10;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int MOST_FROM_ONE_ADDRESS = 2_000;

    static {
        // Said before there is a request that could be answered in any other way.
        TLSClientHelloExtractor.USE_TLS_RESPONSE = BareAnswer.refusalOfPlain();
    }

    private Door door = Door.CLOSED;
    private @Nullable ScheduledExecutorService sweeper;

    /** Tomcat makes it by its name; until {@link #open} it serves no host. */
    public DoorProtocol() {
        this(new DoorEndpoint(mostConnections(), MOST_FROM_ONE_ADDRESS));
    }

    DoorProtocol(DoorEndpoint endpoint) {
        super(endpoint);
        setConnectionTimeout((int) Meter.REQUEST_LIMIT.toMillis());
        setKeepAliveTimeout((int) Meter.REQUEST_LIMIT.toMillis());
        setMaxExtensionSize(LARGEST_CHUNK_EXTENSIONS_BYTES);
        setMaxTrailerSize(LARGEST_TRAILERS_BYTES);
        setMaxHeaderCount(MOST_HEADERS);
        setUseSendfile(false);
        // Whoever waits to be asked for a body learns first whether it is refused.
        setContinueResponseTiming("onRead");
    }

    /** Half of the files this process may open are left to everything else it does. */
    private static int mostConnections() {
        long files =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean unix
                        ? unix.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE;
        return Math.toIntExact(Math.min(MOST_CONNECTIONS, files / 2));
    }

    @Override
    protected DoorEndpoint getEndpoint() {
        return (DoorEndpoint) super.getEndpoint();
    }

    /** Says who is served; before the protocol starts. */
    public void open(Door opened) {
        door = opened;
        getEndpoint().trust(opened.proxies());
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new DoorAdapter(adapter, door));
    }

    @Override
    protected Processor createProcessor() {
        return new MarkedProcessor(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        var thread = Thread.ofPlatform().daemon().name("door-sweep-", 0).factory();
        sweeper = Executors.newSingleThreadScheduledExecutor(thread);
        sweeper.scheduleWithFixedDelay(
                this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A sweep that fails must not be the last. */
    private void sweep() {
        try {
            getEndpoint().sweep();
        } catch (RuntimeException failed) {
            log.error("Expected to sweep connections", failed);
        }
    }

    @Override
    public void stop() throws Exception {
        if (sweeper != null) {
            sweeper.shutdownNow();
        }
        super.stop();
    }

    /** Tells each request which connection it came by. */
    private static final class MarkedProcessor extends Http11Processor {
        MarkedProcessor(DoorProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            request.setNote(DoorConnection.NOTE, DoorConnection.of(socket));
            return super.service(socket);
        }
    }

    /** Forgets what a host showed; who names it from now on is shown what strangers are. */
    public void removeSslHostConfig(String host) {
        getEndpoint().removeSslHostConfig(host);
    }
}
