package za.co.spikedata.engine.layout;

import java.util.Arrays;

/**
 * The drawn characters of an upright page, in points, the origin at the top left. A page holds
 * thousands, so they are columns of numbers and not objects.
 */
public final class Glyphs {
    private static final int FIRST = 1_024;

    private String[] texts = new String[FIRST];
    private double[] lefts = new double[FIRST];
    private double[] baselines = new double[FIRST];
    private double[] widths = new double[FIRST];
    private double[] sizes = new double[FIRST];
    private boolean[] blanks = new boolean[FIRST];
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
            texts = Arrays.copyOf(texts, count * 2);
            lefts = Arrays.copyOf(lefts, count * 2);
            baselines = Arrays.copyOf(baselines, count * 2);
            widths = Arrays.copyOf(widths, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            blanks = Arrays.copyOf(blanks, count * 2);
        }
        texts[count] = text;
        lefts[count] = left;
        baselines[count] = baseline;
        widths[count] = width;
        sizes[count] = size;
        blanks[count] = blank;
        count++;
    }

    int count() {
        return count;
    }

    String text(int index) {
        return texts[index];
    }

    boolean isBlank(int index) {
        return blanks[index];
    }

    double left(int index) {
        return lefts[index];
    }

    double right(int index) {
        return lefts[index] + widths[index];
    }

    double baseline(int index) {
        return baselines[index];
    }

    double width(int index) {
        return widths[index];
    }

    double size(int index) {
        return sizes[index];
    }
}
