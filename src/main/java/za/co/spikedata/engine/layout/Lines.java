package za.co.spikedata.engine.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Box;

/** Glyphs of a page become words and lines. */
public final class Lines {
    /** Baselines this share of the font size apart are one line; a superscript is higher. */
    private static final double SAME_BASELINE = 0.3;

    /** A gap this much of the font size beyond the tracking is a blank; blanks are 0.25 to 0.33. */
    private static final double BLANK = 0.17;

    /** A blank that leaves less room than this lies under letters of another text. */
    private static final double NARROWEST_BLANK = 0.02;

    /** Gaps wider than this share of the font size are between columns and tell no tracking. */
    private static final double WIDEST_TRACKING = 1.0;

    /** Steps a share of the font size is counted in. */
    private static final int TRACKING_STEPS = 200;

    /** A gap of less than this share of the font size is none: not half a step. */
    private static final double NO_STEP = 0.4 / TRACKING_STEPS;

    /** The same character this share of its width away is struck twice to look bold. */
    private static final double STRUCK_TWICE = 0.25;

    /** Kerning moves a letter over another by less than this share of the font size. */
    private static final double OVERPRINT = 0.2;

    /** Letters drawn in one go; where runs are shorter, the drawn order tells nothing. */
    private static final int SHORTEST_RUN = 3;

    private static final double ASCENT = 0.75;
    private static final double DESCENT = 0.2;

    private static final int USUAL_LINES = 64;

    /** Places are sorted in steps of this share of a point. */
    private static final double STEPS = 256;

    /** More steps than any place has, so that all are counted from zero, and a half to round by. */
    private static final double FARTHEST = (1 << 28) + 0.5;

    private final Glyphs glyphs;
    private final String[] texts;
    private final boolean[] blanks;
    private final double[] lefts;
    private final double[] widths;
    private final double[] baselines;
    private final double[] sizes;
    private final int[] order;
    private final long[] keys;

    /** The characters of a word that is being put together, and what {@link Kinds} they are. */
    private char[] text = new char[64];

    private int length;
    private int kinds;

    private final List<Line> lines = new ArrayList<>();
    private final List<Word> found = new ArrayList<>();
    private double tracking;
    private int @Nullable [] wordOf;
    private int @Nullable [] offsetOf;
    private int made;

    /**
     * Lines and the glyphs their words are made of.
     *
     * @param words for each glyph, which of all words it is part of, counted from 0; -1 for a blank
     * @param offsets for each glyph, where in the word's text its own begins
     */
    public record Placed(List<Line> lines, int[] words, int[] offsets) {}

    private Lines(Glyphs glyphs) {
        this.glyphs = glyphs;
        this.texts = glyphs.texts();
        this.blanks = glyphs.blanks();
        this.lefts = glyphs.lefts();
        this.widths = glyphs.widths();
        this.baselines = glyphs.baselines();
        this.sizes = glyphs.sizes();
        this.order = glyphs.order();
        this.keys = glyphs.keys();
    }

    public static List<Line> of(Glyphs glyphs) {
        return new Lines(glyphs).made();
    }

    /** The same lines, and which glyphs their words are made of. */
    public static Placed placed(Glyphs glyphs) {
        var lines = new Lines(glyphs);
        int[] words = new int[glyphs.count()];
        Arrays.fill(words, -1);
        int[] offsets = new int[glyphs.count()];
        lines.wordOf = words;
        lines.offsetOf = offsets;
        return new Placed(lines.made(), words, offsets);
    }

    private List<Line> made() {
        int[] ends = baselines();
        tracking = tracking(ends);
        int start = 0;
        for (int end : ends) {
            line(start, end);
            start = end;
        }
        return lines;
    }

    private double right(int index) {
        return lefts[index] + widths[index];
    }

    private void place(int index, int offset) {
        if (wordOf != null && offsetOf != null) {
            wordOf[index] = made;
            offsetOf[index] = offset;
        }
    }

    /** Orders the glyphs by baseline from top to bottom, and each of those from left to right. */
    private int[] baselines() {
        int all = glyphs.count();
        for (int i = 0; i < all; i++) {
            order[i] = i;
        }
        if (!glyphs.goDown()) {
            for (int i = 0; i < all; i++) {
                keys[i] = key(baselines[i], i);
            }
            sort(0, all);
        }
        int[] ends = new int[USUAL_LINES];
        int count = 0;
        int start = 0;
        boolean sorted = true;
        for (int i = 1; i <= all; i++) {
            if (i < all && !isBelow(order[i], order[start])) {
                sorted &= order[i - 1] < order[i] && lefts[order[i - 1]] <= lefts[order[i]];
                continue;
            }
            if (!sorted) {
                fromLeft(start, i);
            }
            ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
            ends[count++] = i;
            start = i;
            sorted = true;
        }
        return Arrays.copyOf(ends, count);
    }

    private boolean isBelow(int index, int first) {
        double drop = baselines[index] - baselines[first];
        return drop > 0 && drop > SAME_BASELINE * Math.min(sizes[index], sizes[first]);
    }

    /** Orders a line's glyphs from left to right; nearly all are drawn that way. */
    private void fromLeft(int from, int to) {
        for (int j = from; j < to; j++) {
            keys[j] = key(lefts[order[j]], order[j]);
        }
        sort(from, to);
    }

    private static long key(double place, int index) {
        return (long) (place * STEPS + FARTHEST) << 32 | index;
    }

    /** Equal places keep their order. */
    private void sort(int from, int to) {
        Arrays.sort(keys, from, to);
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i];
        }
    }

    /** The usual gap between two letters of a word, as a share of the font size; mostly zero. */
    private double tracking(int[] ends) {
        int[] steps = new int[2 * TRACKING_STEPS];
        int gaps = 0;
        int none = 0;
        int start = 0;
        for (int end : ends) {
            boolean follows = false;
            double before = 0;
            for (int i = start; i < end; i++) {
                int index = order[i];
                double gap = lefts[index] - before;
                before = right(index);
                boolean counts = follows && !blanks[index];
                follows = !blanks[index];
                if (!counts) {
                    continue;
                }
                if (Math.abs(gap) < NO_STEP * sizes[index]) {
                    none++;
                    continue;
                }
                double share = gap / sizes[index];
                if (share < WIDEST_TRACKING) {
                    int step = (int) ((share + 1) * TRACKING_STEPS + 0.5);
                    steps[Math.clamp(step, 0, steps.length - 1)]++;
                    gaps++;
                }
            }
            start = end;
        }
        steps[TRACKING_STEPS] += none;
        gaps += none;
        int seen = 0;
        for (int step = 0; step < steps.length; step++) {
            seen += steps[step];
            if (seen > gaps / 2) {
                return Math.max(0, (double) step / TRACKING_STEPS - 1);
            }
        }
        return 0;
    }

    private void line(int from, int to) {
        found.clear();
        int before = made;
        if (!words(from, to, found, true)) {
            found.clear();
            made = before;
            inDrawnOrder(from, to, found);
        }
        if (!found.isEmpty()) {
            lines.add(Line.of(found));
        }
    }

    /** Texts over one another: each is what was drawn in one go, from left to right. */
    private void inDrawnOrder(int from, int to, List<Word> words) {
        int[] placed = Arrays.copyOfRange(order, from, to);
        Arrays.sort(order, from, to);
        int runs = 1;
        for (int i = from + 1; i < to; i++) {
            runs += isOneRun(order[i - 1], order[i]) ? 0 : 1;
        }
        if (runs * SHORTEST_RUN > to - from) {
            System.arraycopy(placed, 0, order, from, to - from);
            words(from, to, words, false);
            return;
        }
        var texts = new ArrayList<List<Word>>();
        Map<List<Word>, Integer> firsts = new IdentityHashMap<>();
        int before = made;
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || !isOneRun(order[i - 1], order[i])) {
                var text = new ArrayList<Word>();
                firsts.put(text, made);
                words(start, i, text, false);
                start = i;
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        texts.sort(Comparator.comparingDouble(text -> text.getFirst().box().left()));
        texts.forEach(words::addAll);
        renumber(from, to, before, texts, firsts);
    }

    /** Words were numbered as they were drawn and are listed as they stand. */
    private void renumber(
            int from, int to, int before, List<List<Word>> texts, Map<List<Word>, Integer> firsts) {
        if (wordOf == null) {
            return;
        }
        int[] numbers = new int[made - before];
        int next = before;
        for (List<Word> text : texts) {
            int first = firsts.getOrDefault(text, before) - before;
            for (int i = 0; i < text.size(); i++) {
                numbers[first + i] = next++;
            }
        }
        for (int i = from; i < to; i++) {
            if (wordOf[order[i]] >= before) {
                wordOf[order[i]] = numbers[wordOf[order[i]] - before];
            }
        }
    }

    private boolean isOneRun(int left, int right) {
        double gap = lefts[right] - right(left);
        double size = sizes[right];
        return right - left < SHORTEST_RUN
                && gap > -OVERPRINT * size
                && gap < WIDEST_TRACKING * size
                && size == sizes[left];
    }

    /**
     * Puts words together from left to right.
     *
     * @param alone stops where a letter lies on another one, since then the places alone do not
     *     tell the words apart
     * @return whether it came to the end
     */
    private boolean words(int from, int to, List<Word> words, boolean alone) {
        int first = -1;
        int last = -1;
        int previous = -1;
        double top = 0;
        double bottom = 0;
        double right = 0;
        double end = 0;
        double lastEnd = 0;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            int index = order[i];
            if (blanks[index]) {
                blank = true;
                continue;
            }
            double size = sizes[index];
            double left = lefts[index];
            if (alone
                    && previous >= 0
                    && end - left > OVERPRINT * size
                    && !isStruckTwice(previous, index)) {
                return false;
            }
            previous = index;
            end = left + widths[index];
            if (first >= 0) {
                if (isStruckTwice(last, index)) {
                    place(index, length - texts[last].length());
                    continue;
                }
                double gap = left - lastEnd;
                double widest = blank ? NARROWEST_BLANK : tracking + BLANK;
                if (gap > widest * size) {
                    words.add(word(first, top, right, bottom));
                    first = -1;
                }
            }
            blank = false;
            double baseline = baselines[index];
            if (first < 0) {
                first = index;
                length = 0;
                kinds = 0;
                top = baseline - ASCENT * size;
                bottom = baseline + DESCENT * size;
                right = end;
            } else {
                if (baseline != baselines[last] || size != sizes[last]) {
                    top = Math.min(top, baseline - ASCENT * size);
                    bottom = Math.max(bottom, baseline + DESCENT * size);
                }
                right = end > right ? end : right;
            }
            place(index, length);
            append(texts[index]);
            last = index;
            lastEnd = end;
        }
        if (first >= 0) {
            words.add(word(first, top, right, bottom));
        }
        return true;
    }

    /** Most glyphs are one character, which is put down quicker than a text. */
    private void append(String glyph) {
        int more = glyph.length();
        if (length + more > text.length) {
            text = Arrays.copyOf(text, (length + more) * 2);
        }
        if (more == 1) {
            char each = glyph.charAt(0);
            text[length++] = each;
            kinds |= Kinds.of(each);
        } else {
            glyph.getChars(0, more, text, length);
            length += more;
            kinds |= Kinds.of(glyph);
        }
    }

    private boolean isStruckTwice(int last, int index) {
        return lefts[index] - lefts[last] < STRUCK_TWICE * widths[last]
                && texts[index].equals(texts[last]);
    }

    private Word word(int first, double top, double right, double bottom) {
        double left = lefts[first];
        String drawn = new String(text, 0, length);
        made++;
        boolean turned = (kinds & Kinds.FOREIGN) != 0 && RightToLeft.isIn(drawn);
        var box = new Box(left, top, right - left, bottom - top);
        return turned
                ? new Word(RightToLeft.word(drawn), box, sizes[first])
                : new Word(drawn, box, sizes[first], kinds);
    }
}
