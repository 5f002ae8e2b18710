package za.co.spikedata.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the body of a request as it comes: the file is decoded on the way and never held as text.
 * Base64 may be broken into lines: what is not printed is skipped, anything else is a mistake.
 */
final class PdfBody {
    /** What may stand around the file: its label, its password and the JSON itself. */
    private static final int AROUND_BYTES = 64 << 10;

    private static final String MISSING = "\"%s\" is missing.";

    private static final JsonFactory STRICT =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final int longestFile;
    private final Counted counted;
    private final List<String> mistakes = new ArrayList<>();
    private @Nullable String label;
    private @Nullable String password;
    private byte @Nullable [] file;

    private PdfBody(InputStream body, int longestBase64) {
        this.longestFile = longestBase64 / 4 * 3;
        this.counted = new Counted(body, longestBody(longestBase64));
    }

    /** What was sent. */
    sealed interface Sent {
        record Pdf(byte[] bytes, Optional<String> password) implements Sent {
            @Override
            public String toString() {
                return "Pdf[" + bytes.length + "]";
            }
        }

        record Unfit(List<String> sentences) implements Sent {}

        record TooLarge() implements Sent {}
    }

    /** Bytes that a body may have around so much base64. */
    static long longestBody(int letters) {
        return (long) letters + AROUND_BYTES;
    }

    static Sent read(InputStream body, int longestBase64) throws IOException {
        return new PdfBody(body, longestBase64).sent();
    }

    private Sent sent() throws IOException {
        try (var json =
                STRICT.createParser(tools.jackson.core.ObjectReadContext.empty(), counted)) {
            read(json);
        } catch (JacksonException broken) {
            counted.expectWhole();
            if (!counted.isOver() && mistakes.isEmpty()) {
                mistakes.add("The body is not the JSON that is expected here.");
            }
        }
        boolean isOver = file != null && file.length > longestFile;
        if (counted.isOver() || isOver) {
            return new Sent.TooLarge();
        }
        if (mistakes.isEmpty()) {
            check();
        }
        return file == null || !mistakes.isEmpty()
                ? new Sent.Unfit(List.copyOf(mistakes))
                : new Sent.Pdf(file, Optional.ofNullable(password));
    }

    private void read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            mistakes.add("The body is not a JSON object.");
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            switch (name) {
                case "file" -> label = text(json, token, name);
                case "pass" ->
                        password = token == JsonToken.VALUE_NULL ? null : text(json, token, name);
                case "buffer" -> file = decoded(json, token);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            mistakes.add("Something stands behind the JSON object.");
        }
    }

    private @Nullable String text(JsonParser json, @Nullable JsonToken token, String name) {
        if (token == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        mistakes.add("\"%s\" is not a string.".formatted(name));
        json.skipChildren();
        return null;
    }

    private byte @Nullable [] decoded(JsonParser json, @Nullable JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            mistakes.add("\"buffer\" is not a string.");
            json.skipChildren();
            return null;
        }
        var bytes = new ByteArrayOutputStream();
        try {
            json.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, bytes);
            return bytes.toByteArray();
        } catch (JacksonException broken) {
            if (!counted.isOver() && counted.broken == null) {
                mistakes.add("\"buffer\" is not base64.");
            }
            throw broken;
        }
    }

    private void check() {
        if (label == null) {
            mistakes.add(MISSING.formatted("file"));
        } else if (label.isEmpty()) {
            mistakes.add("\"file\" is empty.");
        }
        if (file == null) {
            mistakes.add(MISSING.formatted("buffer"));
        } else if (file.length == 0) {
            mistakes.add("\"buffer\" is empty.");
        }
        if (password != null && password.isEmpty()) {
            password = null;
        }
    }

    /** Stops giving once too much came, and remembers what ended it before its end. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long left;
        private @Nullable IOException broken;

        Counted(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        boolean isOver() {
            return left < 0;
        }

        /**
         * @throws IOException as the connection threw it, which tells the sender's mistakes from
         *     its going away
         */
        void expectWhole() throws IOException {
            if (broken != null) {
                throw broken;
            }
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (isOver()) {
                return -1;
            }
            try {
                int count = in.read(bytes, from, length);
                left -= Math.max(0, count);
                return isOver() ? -1 : count;
            } catch (IOException end) {
                broken = end;
                throw end;
            }
        }
    }
}
