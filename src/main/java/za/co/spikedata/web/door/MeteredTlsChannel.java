package za.co.spikedata.web.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A TLS connection whose waiting is measured. */
final class MeteredTlsChannel extends SecureNioChannel implements Metered {
    private volatile Meter meter = new Meter();

    MeteredTlsChannel(SocketBufferHandler buffers, NioEndpoint endpoint) {
        super(buffers, endpoint);
    }

    @Override
    public Meter meter() {
        return meter;
    }

    /** Channels are used again; each connection gets a meter of its own. */
    @Override
    public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper)
            throws IOException {
        super.reset(channel, wrapper);
        meter = new Meter();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = super.read(into);
        meter.moved(count);
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = super.write(from);
        meter.moved(count);
        return count;
    }
}
