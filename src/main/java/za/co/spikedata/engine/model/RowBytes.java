package za.co.spikedata.engine.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts one after another in as few bytes as they need, to be read in that order. */
final class RowBytes {
    private static final int FIRST_ROOM = 1 << 14;
    private static final int LONGEST_NUMBER = 10;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes;
    private int at;

    private RowBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static RowBytes empty() {
        return new RowBytes(new byte[FIRST_ROOM]);
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
        long left = number << 1 ^ number >> Long.SIZE - 1;
        while ((left & -MORE) != 0) {
            bytes[at++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[at++] = (byte) left;
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
        int start = at;
        number(text.length());
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= MORE) {
                at = start;
                encoded(text);
                return;
            }
            bytes[at++] = (byte) each;
        }
    }

    private void encoded(String text) {
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
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes[at++] = (byte) (bits >> shift);
        }
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
