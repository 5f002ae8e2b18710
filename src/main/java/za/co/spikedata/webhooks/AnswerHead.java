package za.co.spikedata.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads the status of an answer, and nothing that comes behind its head. */
final class AnswerHead {
    /** What came is no answer. */
    static final int NONE = -1;

    private static final int MOST_BYTES = 16 * 1024;
    private static final int FIRST_FINAL = 200;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern STATUS =
            Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: [^\\r\\n]*)?\\r\\n");

    private AnswerHead() {}

    static int status(InputStream in) throws IOException {
        int left = MOST_BYTES;
        while (true) {
            var head = head(in, left);
            var found = STATUS.matcher(new String(head, StandardCharsets.ISO_8859_1));
            if (!found.lookingAt()) {
                return NONE;
            }
            int status = Integer.parseInt(found.group(1));
            if (status >= FIRST_FINAL) {
                return status;
            }
            left -= head.length; // an interim answer; the final one follows
        }
    }

    /** Up to the empty line, the end or the limit, whichever comes first. */
    private static byte[] head(InputStream in, int most) throws IOException {
        var bytes = new byte[Math.max(most, 0)];
        int length = 0;
        for (int next; length < bytes.length && (next = in.read()) >= 0; ) {
            bytes[length++] = (byte) next;
            if (length >= END.length
                    && Arrays.equals(bytes, length - END.length, length, END, 0, END.length)) {
                return Arrays.copyOf(bytes, length);
            }
        }
        return new byte[0];
    }
}
