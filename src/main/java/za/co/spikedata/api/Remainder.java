package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** What of a body nobody read: a client that is still sending would not see the answer. */
final class Remainder {
    /** Beyond this the rest of a refused body is not waited for. */
    private static final long MOST_BYTES = 32L << 20;

    private Remainder() {}

    static void drain(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return;
        }
        try {
            read(request);
        } catch (IOException _) {
            // Closed by whoever read it, or by the client, who then gets no answer either.
            return;
        }
    }

    private static void read(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        var bytes = new byte[1 << 13];
        long drained = 0;
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            drained += count;
            if (drained > MOST_BYTES) {
                return;
            }
        }
    }
}
