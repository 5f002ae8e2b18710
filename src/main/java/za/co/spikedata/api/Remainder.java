package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What of a body nobody read: a client that is still sending would not see the answer. */
final class Remainder {
    /** Beyond this the rest of a refused body is not waited for. */
    private static final long MOST_BYTES = 32L << 20;

    private static final String TAKEN = Remainder.class.getName() + ".TAKEN";

    private Remainder() {}

    /** The request, whose body is read from now on: a client that waits to be asked is asked. */
    static HttpServletRequest taking(HttpServletRequest request) {
        request.setAttribute(TAKEN, true);
        return request;
    }

    /** Before an answer of this status; a client that keeps its body back is not asked for it. */
    static void drain(HttpServletRequest request, HttpStatus answer) {
        if (request.getContentLengthLong() > MOST_BYTES || isHeldBack(request, answer)) {
            return;
        }
        try {
            read(request);
        } catch (IOException _) {
            // Closed by whoever read it, or by the client, who then gets no answer either.
            return;
        }
    }

    /** Nobody asked for it, and nobody sends it who is refused (RFC 9110, section 10.1.1). */
    private static boolean isHeldBack(HttpServletRequest request, HttpStatus answer) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))
                && request.getAttribute(TAKEN) == null
                && !answer.is2xxSuccessful();
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
