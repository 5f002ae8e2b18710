package za.co.spikedata.web.door;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as the portal speaks it. HTTP/2 is left out on purpose: pages are small, what it would
 * win is little, and what attacks it (rapid reset, endless CONTINUATION, HPACK bombs) finds
 * nothing.
 */
public final class DoorProtocol extends Http11NioProtocol {
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int LARGEST_CHUNK_EXTENSIONS_BYTES = 256;
    private static final int LARGEST_TRAILERS_BYTES = 1 << 10;
    private static final int MOST_HEADERS = 64;

    private final DoorEndpoint endpoint;
    private Door door = Door.CLOSED;
    private @Nullable ScheduledExecutorService sweeper;

    /** Tomcat makes it by its name; until {@link #open} it serves no host. */
    public DoorProtocol() {
        this(new DoorEndpoint());
    }

    private DoorProtocol(DoorEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        setConnectionTimeout((int) Meter.REQUEST_LIMIT.toMillis());
        setKeepAliveTimeout((int) Meter.REQUEST_LIMIT.toMillis());
        setMaxExtensionSize(LARGEST_CHUNK_EXTENSIONS_BYTES);
        setMaxTrailerSize(LARGEST_TRAILERS_BYTES);
        setMaxHeaderCount(MOST_HEADERS);
        setUseSendfile(false);
    }

    /** Says who is served; before the protocol starts. */
    public void open(Door opened) {
        door = opened;
        endpoint.trust(opened.proxies());
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
                endpoint::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
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
}
