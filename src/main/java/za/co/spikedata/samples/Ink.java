package za.co.spikedata.samples;

import java.awt.Color;

/**
 * How text looks.
 *
 * @param size in points
 */
record Ink(double size, boolean isBold, Color color) {
    static Ink plain(double size) {
        return new Ink(size, false, Color.BLACK);
    }

    static Ink bold(double size) {
        return new Ink(size, true, Color.BLACK);
    }

    Ink in(Color other) {
        return new Ink(size, isBold, other);
    }
}
