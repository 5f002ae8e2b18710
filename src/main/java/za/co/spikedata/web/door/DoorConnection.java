package za.co.spikedata.web.door;

import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection a request came by.
 *
 * @param serverName what the client asked for when the handshake began, if it said so
 */
record DoorConnection(
        String peerAddress, boolean isSecure, @Nullable String serverName, Meter meter) {
    /** Where Tomcat's request keeps it; a number Tomcat does not use. */
    static final int NOTE = 21;

    static DoorConnection of(SocketWrapperBase<?> socket) {
        return new DoorConnection(
                socket.getRemoteAddr(),
                socket.getSocket() instanceof MeteredTlsChannel,
                socket.getSniHostName(),
                Metered.of(socket));
    }
}
