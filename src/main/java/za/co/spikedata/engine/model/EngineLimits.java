package za.co.spikedata.engine.model;

/**
 * Bounds of one reading.
 *
 * @param maxPages pages a document may have
 * @param maxGlyphs glyphs over all pages
 */
public record EngineLimits(int maxPages, int maxGlyphs) {
    public static final EngineLimits DEFAULT = new EngineLimits(5_000, 20_000_000);
}
