package za.co.spikedata.engine.pdf;

/**
 * A character where the page's content draws it: user space, origin at the bottom left.
 *
 * @param degrees direction of writing, counter-clockwise, rounded to 0, 90, 180 or 270; else -1
 * @param hidden drawn so that nobody sees it
 */
record DrawnGlyph(
        String text, double x, double y, double width, double size, int degrees, boolean hidden) {}
