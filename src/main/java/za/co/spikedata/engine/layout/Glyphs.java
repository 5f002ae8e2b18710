package za.co.spikedata.engine.layout;

import java.util.Arrays;

/**
 * The drawn characters of an upright page, in points, the origin at the top left. A page holds
 * thousands, so they are columns of numbers and not objects.
 */
public final class Glyphs {
    private static final int FIRST = 4_096;

    private String[] texts = new String[FIRST];
    private double[] lefts = new double[FIRST];
    private double[] baselines = new double[FIRST];
    private double[] widths = new double[FIRST];
    private double[] sizes = new double[FIRST];
    private boolean[] blanks = new boolean[FIRST];
    private int[] order = new int[FIRST];
    private long[] keys = new long[FIRST];
    private int count;

    /** Forgets all, so that the next page uses the same room. */
    public void clear() {
        count = 0;
    }

    /**
     * @param text what it says, mostly one character; blank or not
     * @param left where its advance begins
     * @param baseline distance of its baseline from the top
     * @param width its advance
     * @param size font size as it appears
     */
    public void add(
            String text, boolean blank, double left, double baseline, double width, double size) {
        if (count == texts.length) {
            grow(count * 2);
        }
        texts[count] = text;
        lefts[count] = left;
        baselines[count] = baseline;
        widths[count] = width;
        sizes[count] = size;
        blanks[count] = blank;
        count++;
    }

    /**
     * Adds the first glyphs of columns; each must be given its place.
     *
     * @see #add
     */
    public void addAll(
            String[] added, boolean[] blank, double[] advances, double[] fontSizes, int more) {
        if (count + more > texts.length) {
            grow(Math.max(count + more, count * 2));
        }
        System.arraycopy(added, 0, texts, count, more);
        System.arraycopy(blank, 0, blanks, count, more);
        System.arraycopy(advances, 0, widths, count, more);
        System.arraycopy(fontSizes, 0, sizes, count, more);
        count += more;
    }

    /** Puts a glyph where its advance begins. */
    public void place(int index, double left, double baseline) {
        lefts[index] = left;
        baselines[index] = baseline;
    }

    private void grow(int room) {
        texts = Arrays.copyOf(texts, room);
        lefts = Arrays.copyOf(lefts, room);
        baselines = Arrays.copyOf(baselines, room);
        widths = Arrays.copyOf(widths, room);
        sizes = Arrays.copyOf(sizes, room);
        blanks = Arrays.copyOf(blanks, room);
    }

    /** Room to put all glyphs in an order, which the next page uses too. */
    int[] order() {
        order = order.length < count ? new int[texts.length] : order;
        return order;
    }

    /** Room for a key of each glyph, which the next page uses too. */
    long[] keys() {
        keys = keys.length < count ? new long[texts.length] : keys;
        return keys;
    }

    /** What each says, and so on: the columns themselves, longer than there are glyphs. */
    String[] texts() {
        return texts;
    }

    boolean[] blanks() {
        return blanks;
    }

    double[] lefts() {
        return lefts;
    }

    double[] widths() {
        return widths;
    }

    double[] baselines() {
        return baselines;
    }

    double[] sizes() {
        return sizes;
    }

    /** Whether none stands higher than the one before it, as on most papers. */
    boolean goDown() {
        for (int i = 1; i < count; i++) {
            if (!(baselines[i - 1] <= baselines[i])) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }
}
