package za.co.spikedata.web.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** Accepts connections, not too many from one address, and closes those that waste time. */
final class DoorEndpoint extends NioEndpoint {
    /** Connections at the same time, over all addresses. */
    private static final int MOST_CONNECTIONS = 10_000;

    /** Of these, at most so many from one address that is no proxy of ours. */
    private static final int MOST_FROM_ONE_ADDRESS = 2_000;

    private Proxies proxies = Door.CLOSED.proxies();
    private volatile Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

    DoorEndpoint() {
        setMaxConnections(MOST_CONNECTIONS);
        setStrictSni(false); // DoorAdapter compares, and answers 421
    }

    void trust(Proxies trusted) {
        proxies = trusted;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? new MeteredTlsChannel(buffers, this) : new MeteredChannel(buffers);
    }

    /** Refusing is done here because it is the first place that knows the address. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        try {
            if (socket.getRemoteAddress() instanceof InetSocketAddress from) {
                int count = counts.merge(from.getAddress(), 1, Integer::sum);
                if (count > MOST_FROM_ONE_ADDRESS && !proxies.believes(from.getAddress())) {
                    return false;
                }
            }
        } catch (IOException gone) {
            return false;
        }
        return super.setSocketOptions(socket);
    }

    /** Closes every connection whose client has used up the server's patience; counts the rest. */
    void sweep() {
        long now = System.nanoTime();
        var fresh = new ConcurrentHashMap<InetAddress, Integer>();
        for (var entry : List.copyOf(connections.entrySet())) {
            var socket = entry.getValue();
            if (Metered.of(socket).meter().isOverdue(now)) {
                socket.close();
                continue;
            }
            try {
                if (entry.getKey().getRemoteAddress() instanceof InetSocketAddress from) {
                    fresh.merge(from.getAddress(), 1, Integer::sum);
                }
            } catch (IOException gone) {
                socket.close();
            }
        }
        counts = fresh;
    }
}
