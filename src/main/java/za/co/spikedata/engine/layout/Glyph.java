package za.co.spikedata.engine.layout;

/**
 * One drawn character on an upright page, in points, the origin at the top left.
 *
 * @param text what it says, mostly one character
 * @param left where its advance begins
 * @param baseline distance of its baseline from the top
 * @param width its advance
 * @param size font size as it appears
 */
public record Glyph(String text, double left, double baseline, double width, double size) {
    public double right() {
        return left + width;
    }
}
