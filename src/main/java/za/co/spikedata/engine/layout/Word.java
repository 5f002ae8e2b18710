package za.co.spikedata.engine.layout;

import za.co.spikedata.engine.model.Box;

/**
 * Glyphs without a gap between them.
 *
 * @param size font size of its first glyph, in points
 */
public record Word(String text, Box box, double size) {
    @Override
    public String toString() {
        return "Word[" + text.length() + " characters]";
    }
}
