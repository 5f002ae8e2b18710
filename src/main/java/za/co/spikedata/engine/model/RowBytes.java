package za.co.spikedata.engine.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts one after another in as few bytes as they need, to be read in that order. */
final class RowBytes {
    private static final int FIRST_ROOM = 1 << 10;
    private static final int USUAL_ROW = 160;
    private static final int LONGEST_NUMBER = 10;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes;
    private int at;

    private RowBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param rows that are going to be written
     */
    static RowBytes empty(int rows) {
        return new RowBytes(new byte[FIRST_ROOM + rows * USUAL_ROW]);
    }

    static RowBytes reading(byte[] bytes, int from) {
        var reading = new RowBytes(bytes);
        reading.at = from;
        return reading;
    }

    int place() {
        return at;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    void number(long number) {
        room(LONGEST_NUMBER);
        int to = at;
        long left = number << 1 ^ number >> Long.SIZE - 1;
        while ((left & -MORE) != 0) {
            bytes[to++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[to] = (byte) left;
        at = to + 1;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += BITS) {
            byte each = bytes[at++];
            number |= (long) (each & MORE - 1) << shift;
            if (each >= 0) {
                return number >>> 1 ^ -(number & 1);
            }
        }
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
    }

    String text() {
        int length = (int) number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    void points(double points) {
        room(Integer.BYTES);
        int bits = Float.floatToIntBits((float) points);
        int to = at;
        bytes[to] = (byte) bits;
        bytes[to + 1] = (byte) (bits >> 8);
        bytes[to + 2] = (byte) (bits >> 16);
        bytes[to + 3] = (byte) (bits >> 24);
        at = to + Integer.BYTES;
    }

    double points() {
        int bits = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bits |= (bytes[at++] & 0xFF) << shift;
        }
        return Float.intBitsToFloat(bits);
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
        }
    }
}
