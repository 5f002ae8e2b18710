package za.co.spikedata.outside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The final status of an answer and what its head says, read without anything that comes behind.
 *
 * @param fields the head's lines as they came
 */
record AnswerHead(int status, String fields) {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int FIRST_FINAL = 200;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern STATUS =
            Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: [^\\r\\n]*)?\\r\\n");

    /** Empty when what came is no answer. */
    static Optional<AnswerHead> read(InputStream in) throws IOException {
        int left = MOST_BYTES;
        while (true) {
            var head = head(in, left);
            var text = new String(head, StandardCharsets.ISO_8859_1);
            var found = STATUS.matcher(text);
            if (!found.lookingAt()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(found.group(1));
            if (status >= FIRST_FINAL) {
                return Optional.of(new AnswerHead(status, text.substring(found.end())));
            }
            left -= head.length; // an interim answer; the final one follows
        }
    }

    /** The first field of a name in small letters. */
    Optional<String> field(String name) {
        return fields.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
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
