package za.co.spikedata.web.door;

import org.apache.tomcat.util.net.SocketWrapperBase;

/** A connection with a meter. */
sealed interface Metered permits MeteredChannel, MeteredTlsChannel {
    Meter meter();

    static Meter of(SocketWrapperBase<?> socket) {
        if (socket.getSocket() instanceof Metered metered) {
            return metered.meter();
        }
        throw new IllegalStateException("Expected a connection with a meter");
    }
}
