package za.co.spikedata.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what comes behind a head (RFC 9112), as far as it is whole and not too much. */
final class AnswerBody {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");
    private static final Pattern CHUNK =
            Pattern.compile("([0-9a-fA-F]{1,7})[ \\t]*(?:;[^\\r\\n]*)?");
    private static final int LONGEST_LINE = 256;

    private AnswerBody() {}

    /** Empty when it is longer, cut off, or written in a manner that was not asked for. */
    static Optional<byte[]> read(AnswerHead head, InputStream in, int most) throws IOException {
        var coding = head.field("transfer-encoding");
        if (head.field("content-encoding").filter(how -> !how.equals("identity")).isPresent()) {
            return Optional.empty();
        }
        if (coding.isPresent()) {
            return coding.get().equalsIgnoreCase("chunked") ? chunks(in, most) : Optional.empty();
        }
        var length = head.field("content-length");
        return length.isPresent() ? counted(length.get(), in, most) : toTheEnd(in, most);
    }

    private static Optional<byte[]> counted(String length, InputStream in, int most)
            throws IOException {
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > most) {
            return Optional.empty();
        }
        var body = in.readNBytes(Integer.parseInt(length));
        return body.length == Integer.parseInt(length) ? Optional.of(body) : Optional.empty();
    }

    private static Optional<byte[]> toTheEnd(InputStream in, int most) throws IOException {
        var body = in.readNBytes(most + 1);
        return body.length > most ? Optional.empty() : Optional.of(body);
    }

    private static Optional<byte[]> chunks(InputStream in, int most) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = CHUNK.matcher(line(in));
            if (!size.matches()) {
                return Optional.empty();
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return Optional.of(body.toByteArray());
            }
            if (length > most - body.size()) {
                return Optional.empty();
            }
            var chunk = in.readNBytes(length);
            body.writeBytes(chunk);
            if (chunk.length < length || !line(in).isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** Without its end; what has none is as wrong as one that is too long. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && line.length() < LONGEST_LINE; next = in.read()) {
            if (next == '\n' && !line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                return line.substring(0, line.length() - 1);
            }
            line.append((char) next);
        }
        return "?";
    }
}
