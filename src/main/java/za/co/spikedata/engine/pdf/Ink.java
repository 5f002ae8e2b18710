package za.co.spikedata.engine.pdf;

import java.util.Arrays;
import za.co.spikedata.engine.layout.Glyphs;

/**
 * The characters a page's content draws, where it draws them: user space, origin at the bottom
 * left. A page holds thousands, so they are columns of numbers and not objects.
 */
final class Ink {
    /** Direction of slanted text: stamps and watermarks. */
    static final int SLANTED = -1;

    private static final int FIRST = 4_096;

    private String[] texts = new String[FIRST];
    private double[] xs = new double[FIRST];
    private double[] ys = new double[FIRST];
    private double[] widths = new double[FIRST];
    private double[] sizes = new double[FIRST];
    private short[] directions = new short[FIRST];
    private boolean[] hidden = {};
    private boolean[] blank = new boolean[FIRST];
    private int count;
    private double size;
    private int degrees;

    /** Glyphs up to this one have their size and direction in the columns. */
    private int settled;

    private boolean even = true;

    /** Forgets all, so that the next page uses the same room. */
    void clear() {
        count = 0;
        settled = 0;
        even = true;
        hidden = new boolean[0];
    }

    /**
     * How the glyphs that are added next stand; most of a page's do alike.
     *
     * @param degrees direction of writing, counter-clockwise: 0, 90, 180, 270 or {@link #SLANTED}
     */
    void stands(double size, int degrees) {
        if (size != this.size || degrees != this.degrees) {
            settle();
            this.size = size;
            this.degrees = degrees;
        }
    }

    private void settle() {
        if (settled < count) {
            Arrays.fill(sizes, settled, count, size);
            Arrays.fill(directions, settled, count, (short) degrees);
            even &= degrees == 0;
            settled = count;
        }
    }

    /** A glyph that stands as was told last. */
    void add(String text, double x, double y, double width) {
        if (count == texts.length) {
            grow();
        }
        texts[count] = text;
        xs[count] = x;
        ys[count] = y;
        widths[count] = width;
        blank[count] = isBlank(text);
        count++;
    }

    /** Nearly all glyphs are told by the first character. */
    private static boolean isBlank(String text) {
        char first = text.charAt(0);
        boolean told = first > ' ' && first <= 0x7F || first == ' ' && text.length() == 1;
        return told ? first == ' ' : text.chars().allMatch(Ink::isSpace);
    }

    /** Spaces at which lines must not break part words as others do. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private void grow() {
        texts = Arrays.copyOf(texts, count * 2);
        xs = Arrays.copyOf(xs, count * 2);
        ys = Arrays.copyOf(ys, count * 2);
        widths = Arrays.copyOf(widths, count * 2);
        sizes = Arrays.copyOf(sizes, count * 2);
        directions = Arrays.copyOf(directions, count * 2);
        blank = Arrays.copyOf(blank, count * 2);
    }

    /** Whether some glyph stands in an area. */
    boolean isIn(Area area) {
        for (int i = 0; i < count; i++) {
            if (!blank[i] && area.touches(Unseen.area(this, i))) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return count;
    }

    /** Nobody sees the glyph. */
    void hide(int index) {
        hidden = hidden.length <= index ? Arrays.copyOf(hidden, texts.length) : hidden;
        hidden[index] = true;
        even = false;
    }

    /** Whether all glyphs are seen and written from left to right, as on most pages. */
    boolean isEven() {
        settle();
        return even;
    }

    /**
     * Writes an even page's glyphs with the origin at its top left corner.
     *
     * @param left of the page in user space, as is {@code bottom}
     */
    void write(double left, double bottom, double height, Glyphs glyphs) {
        settle();
        glyphs.borrow(texts, blank, widths, sizes, count);
        for (int i = 0; i < count; i++) {
            glyphs.place(i, xs[i] - left, height - (ys[i] - bottom));
        }
    }

    /** Whether people see the glyph. */
    boolean isSeen(int index) {
        return index >= hidden.length || !hidden[index];
    }

    String text(int index) {
        return texts[index];
    }

    boolean isBlank(int index) {
        return blank[index];
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    double width(int index) {
        return widths[index];
    }

    double size(int index) {
        settle();
        return sizes[index];
    }

    int degrees(int index) {
        settle();
        return directions[index];
    }
}
