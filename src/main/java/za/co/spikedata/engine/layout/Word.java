package za.co.spikedata.engine.layout;

import za.co.spikedata.engine.model.Box;

/**
 * Glyphs without a gap between them.
 *
 * @param size font size of its first glyph, in points
 * @param kinds of character its text is made of, as {@link Kinds} tells them
 */
public record Word(String text, Box box, double size, int kinds) {
    private static final int POINTED_DIGITS = Kinds.DIGIT | Kinds.POINT;

    public Word(String text, Box box, double size) {
        this(text, box, size, Kinds.of(text));
    }

    /** Whether a digit of ASCII is in it, and a point or a comma. */
    public boolean hasPointedDigits() {
        return (kinds & POINTED_DIGITS) == POINTED_DIGITS;
    }

    @Override
    public String toString() {
        return "Word[" + text.length() + " characters]";
    }
}
