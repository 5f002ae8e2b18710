package za.co.spikedata.web.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Accepts connections, not too many from one address, and closes those that waste time. */
final class DoorEndpoint extends NioEndpoint {
    private final int mostFromOneAddress;
    private Proxies proxies = Door.CLOSED.proxies();
    private final Standstill standstill = new Standstill(System.nanoTime());
    private volatile Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

    /**
     * @param most connections at the same time, over all addresses
     * @param mostFromOneAddress of these, from one that is no proxy of ours; those that ended since
     *     the last sweep count too
     */
    DoorEndpoint(int most, int mostFromOneAddress) {
        this.mostFromOneAddress = mostFromOneAddress;
        setMaxConnections(most);
        // A connection closed by the sweep may still be at work: nothing of it is used again.
        getSocketProperties().setBufferPool(0);
        setStrictSni(false); // DoorAdapter compares, and answers 421
    }

    void trust(Proxies trusted) {
        proxies = trusted;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? new MeteredTlsChannel(buffers, this) : new MeteredChannel(buffers);
    }

    @Override
    public boolean processSocket(
            SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
        meter(socket).ifPresent(Meter::arrived);
        return super.processSocket(socket, event, dispatch);
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        return new SocketProcessor(socket, event) {
            @Override
            protected void doRun() {
                meter(socketWrapper).ifPresent(Meter::taken);
                super.doRun();
            }
        };
    }

    private static Optional<Meter> meter(SocketWrapperBase<NioChannel> socket) {
        return socket.getSocket() instanceof Metered metered
                ? Optional.of(metered.meter())
                : Optional.empty();
    }

    /** Refusing is done here because it is the first place that knows the address. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isOneTooMany(socket)) {
            // Tomcat closes, and counts out, only what it has taken in.
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
        return address(socket)
                .filter(from -> counts.merge(from, 1, Integer::sum) > mostFromOneAddress)
                .filter(from -> !proxies.believes(from))
                .isPresent();
    }

    /**
     * Closes every connection whose client has used up the server's patience; counts the rest.
     * Connections come and go meanwhile. After a standstill none is closed: what its client sent
     * meanwhile was not heard yet.
     */
    void sweep() {
        long now = System.nanoTime();
        boolean isFair = !standstill.isOver(now);
        var fresh = new ConcurrentHashMap<InetAddress, Integer>();
        connections.forEach((channel, socket) -> {
            if (isFair
                    && socket.getSocket() instanceof Metered metered
                    && metered.meter().isOverdue(now)) {
                socket.close();
            } else {
                address(channel).ifPresent(from -> fresh.merge(from, 1, Integer::sum));
            }
        });
        counts = fresh;
    }

    /** Absent once the connection is gone. */
    private static Optional<InetAddress> address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress from
                    ? Optional.of(from.getAddress())
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
