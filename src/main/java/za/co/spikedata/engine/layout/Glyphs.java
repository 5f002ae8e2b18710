package za.co.spikedata.engine.layout;

import java.util.Arrays;

/**
 * The drawn characters of an upright page, in points, the origin at the top left. A page holds
 * thousands, so they are columns of numbers and not objects.
 */
public final class Glyphs {
    private static final int FIRST = 4_096;

    private String[] texts = {};
    private double[] lefts = {};
    private double[] baselines = {};
    private double[] widths = {};
    private double[] sizes = {};
    private boolean[] blanks = {};
    private int[] order = {};
    private long[] keys = {};
    private boolean borrowed;
    private int count;

    /** Forgets all, so that the next page uses the same room. */
    public void clear() {
        count = 0;
        if (borrowed) {
            borrowed = false;
            texts = new String[0];
            widths = new double[0];
            sizes = new double[0];
            blanks = new boolean[0];
        }
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
            grow(Math.max(FIRST, count * 2));
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
     * Shows the first glyphs of columns that stay another's, until all is forgotten; each must be
     * given its place.
     *
     * @see #add
     */
    public void borrow(String[] text, boolean[] blank, double[] width, double[] size, int shown) {
        borrowed = true;
        texts = text;
        blanks = blank;
        widths = width;
        sizes = size;
        count = shown;
        if (lefts.length < shown) {
            lefts = new double[text.length];
            baselines = new double[text.length];
        }
    }

    /** Puts a glyph where its advance begins. */
    public void place(int index, double left, double baseline) {
        lefts[index] = left;
        baselines[index] = baseline;
    }

    private void grow(int room) {
        texts = Arrays.copyOf(texts, room);
        lefts = Arrays.copyOf(lefts, Math.max(room, lefts.length));
        baselines = Arrays.copyOf(baselines, Math.max(room, baselines.length));
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
