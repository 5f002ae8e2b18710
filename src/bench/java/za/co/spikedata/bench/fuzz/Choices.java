package za.co.spikedata.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes as a row of decisions; when they are used up, every decision is the first. */
final class Choices {
    private final byte[] input;
    private int at;

    Choices(byte[] input) {
        this.input = input;
    }

    boolean isOver() {
        return at >= input.length;
    }

    /** Below the bound, which is at most 65,536. */
    int below(int bound) {
        int value = bound > 256 ? next() << 8 | next() : next();
        return value % bound;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    String text(int length) {
        int from = Math.min(at, input.length);
        int count = Math.min(length, input.length - from);
        at += count;
        return new String(input, from, count, StandardCharsets.ISO_8859_1);
    }

    private int next() {
        return at < input.length ? input[at++] & 0xFF : 0;
    }
}
