package za.co.spikedata.web.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A plain connection whose waiting is measured. */
final class MeteredChannel extends NioChannel implements Metered {
    private volatile Meter meter = new Meter();
    private volatile Heard heard = new Heard();

    MeteredChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public Heard heard() {
        return heard;
    }

    /** Channels are used again; each connection is measured and heard on its own. */
    @Override
    public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper)
            throws IOException {
        super.reset(channel, wrapper);
        meter = new Meter();
        heard = new Heard();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = super.read(into);
        heard.hear(into, count);
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
