package za.co.spikedata.web.door;

import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** A connection with a meter, and an ear. */
sealed interface Metered permits MeteredChannel, MeteredTlsChannel {
    Meter meter();

    Heard heard();

    SocketBufferHandler getBufHandler();

    static Metered of(SocketWrapperBase<?> socket) {
        if (socket.getSocket() instanceof Metered metered) {
            return metered;
        }
        throw new IllegalStateException("Expected a connection with a meter");
    }
}
