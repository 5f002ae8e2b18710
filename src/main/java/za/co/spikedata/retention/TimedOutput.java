package za.co.spikedata.retention;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;

/** Takes nothing more once its time is over, however slowly somebody reads. */
final class TimedOutput extends FilterOutputStream {
    private final Clock clock;
    private final Instant end;

    TimedOutput(OutputStream out, Clock clock, Instant end) {
        super(out);
        this.clock = clock;
        this.end = end;
    }

    @Override
    public void write(int each) throws IOException {
        check();
        out.write(each);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        check();
        out.write(content, offset, length);
    }

    private void check() throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("Expected it to be read by " + end);
        }
    }
}
