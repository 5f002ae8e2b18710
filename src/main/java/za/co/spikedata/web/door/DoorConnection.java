package za.co.spikedata.web.door;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection a request came by.
 *
 * @param serverName what the client asked for when the handshake began, if it said so
 */
record DoorConnection(
        String peerAddress, boolean isSecure, @Nullable String serverName, Metered channel) {
    /** Where Tomcat's request keeps it; a number Tomcat does not use. */
    static final int NOTE = 21;

    Meter meter() {
        return channel.meter();
    }

    /**
     * The head of the request that Tomcat has just parsed.
     *
     * @param parsed Tomcat's buffer: the head up to its position, behind it what has been read
     *     since
     */
    byte[] head(ByteBuffer parsed) {
        var buffers = channel.getBufHandler();
        buffers.configureReadBufferForRead();
        int after = parsed.remaining() + buffers.getReadBuffer().remaining();
        return channel.heard().head(parsed.position(), after);
    }

    static DoorConnection of(SocketWrapperBase<?> socket) {
        return new DoorConnection(
                socket.getRemoteAddr(),
                socket.getSocket() instanceof MeteredTlsChannel,
                socket.getSniHostName(),
                Metered.of(socket));
    }
}
