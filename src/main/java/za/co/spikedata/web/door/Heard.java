package za.co.spikedata.web.door;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The last bytes a client said, as it said them: Tomcat's parser moves values within its buffer and
 * joins folded lines, so that what was ambiguous can no longer be seen there.
 */
final class Heard {
    /** More than Tomcat's buffers of one connection hold together. */
    private static final int MOST_BYTES = 48 << 10;

    private byte[] bytes = new byte[0];

    void hear(ByteBuffer buffer, int count) {
        if (count <= 0) {
            return;
        }
        int kept = Math.min(bytes.length, Math.max(0, MOST_BYTES - count));
        var all = Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length + count);
        buffer.get(buffer.position() - count, all, kept, count);
        bytes = all;
    }

    /**
     * A request's head; what came before it is forgotten.
     *
     * @param length of the head
     * @param after how many bytes have been heard since its end
     * @return empty when so much was not kept
     */
    byte[] head(int length, int after) {
        int end = bytes.length - after;
        if (end < length || after < 0) {
            return new byte[0];
        }
        var head = Arrays.copyOfRange(bytes, end - length, end);
        bytes = Arrays.copyOfRange(bytes, end, bytes.length);
        return head;
    }
}
