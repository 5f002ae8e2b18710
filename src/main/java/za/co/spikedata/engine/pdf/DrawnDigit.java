package za.co.spikedata.engine.pdf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which digit a shape is, from how the digits of many faces look. */
final class DrawnDigit {
    private static final String SHAPES = "digit-shapes.txt";
    private static final int DIGITS = 10;

    /**
     * Another digit must be at least this much nearer than the claimed one, and the claimed one at
     * least this far: of 1,870 digits of 187 faces that took no part in making the shapes none is
     * taken for another, and 96 in 100 false claims are found.
     */
    private static final double NEARER = 0.6;

    private static final double UNLIKE = 0.06;

    /** Shapes further than this from every digit are none, or of a face too odd to tell. */
    private static final double STRANGE = 0.1;

    /** Hairline faces leave too little ink to tell by. */
    private static final double FAINT = 0.2;

    private record Known(int digit, GlyphShape shape) {}

    private static final List<Known> KNOWN = known();

    private DrawnDigit() {}

    /** The digit that a shape plainly is, where it is plainly not the claimed one. */
    static Optional<Integer> unlike(int claimed, GlyphShape shape) {
        double[] unlike = new double[DIGITS];
        Arrays.fill(unlike, Double.MAX_VALUE);
        for (Known each : KNOWN) {
            unlike[each.digit] = Math.min(unlike[each.digit], each.shape.unlike(shape));
        }
        int nearest = claimed;
        for (int digit = 0; digit < DIGITS; digit++) {
            nearest = unlike[digit] < unlike[nearest] ? digit : nearest;
        }
        boolean plain =
                nearest != claimed
                        && unlike[nearest] < NEARER * unlike[claimed]
                        && unlike[nearest] < STRANGE
                        && unlike[claimed] > UNLIKE
                        && density(shape) > FAINT;
        return plain ? Optional.of(nearest) : Optional.empty();
    }

    private static double density(GlyphShape shape) {
        double sum = 0;
        for (byte each : shape.ink()) {
            sum += each;
        }
        return sum / shape.ink().length / GlyphShape.FULL;
    }

    private static List<Known> known() {
        try (@Nullable InputStream in = DrawnDigit.class.getResourceAsStream(SHAPES)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + SHAPES);
            }
            var known = new ArrayList<Known>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line : lines.lines().toList()) {
                String[] parts = line.split(" ", 3);
                byte[] ink = new byte[GlyphShape.ACROSS * GlyphShape.DOWN];
                for (int i = 0; i < ink.length; i++) {
                    ink[i] = (byte) Character.digit(parts[2].charAt(i), 16);
                }
                known.add(
                        new Known(
                                Integer.parseInt(parts[0]),
                                new GlyphShape(ink, Double.parseDouble(parts[1]))));
            }
            return List.copyOf(known);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
