package za.co.spikedata.engine.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.RightToLeft;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;

/**
 * A line's words as one string that shows how wide each gap is, so that the blank inside a figure
 * can be told from the one between two columns.
 */
public final class LineText {
    private static final int USUAL_LENGTH = 128;

    /** Stands for a character another token took. */
    static final char HIDDEN = '\u0001';

    /** A gap no wider than a blank. */
    static final char NEAR = ' ';

    /** A gap wider than a blank that a suffix may still stand behind. */
    static final char APART = '\t';

    /** A gap between columns. */
    static final char FAR = '\u000B';

    /** A blank is at most this share of the font size; Courier's is 0.6. */
    private static final double NEAR_SHARE = 0.8;

    private static final double APART_SHARE = 2.5;

    /** Words that lie over one another by this share of the font size have no blank between. */
    private static final double OVERLAP_SHARE = -0.1;

    private final List<Word> words;
    private final String text;
    private final int[] starts;
    private final boolean latin;
    private @Nullable String printed;
    private @Nullable Boolean named;

    /**
     * @param latin no character is of a script that may be written from right to left
     */
    private LineText(List<Word> words, String text, int[] starts, boolean latin) {
        this.words = words;
        this.text = text;
        this.starts = starts;
        this.latin = latin;
    }

    public static LineText of(List<Word> words) {
        var text = new StringBuilder(USUAL_LENGTH);
        int[] starts = new int[words.size()];
        boolean latin = true;
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(gap(words.get(i - 1), words.get(i)));
            }
            starts[i] = text.length();
            latin &= append(words.get(i).text(), text);
        }
        return new LineText(List.copyOf(words), text.toString(), starts, latin);
    }

    public List<Word> words() {
        return words;
    }

    /** One character for each printed one, digits and minus signs in their ASCII form. */
    public String text() {
        return text;
    }

    /** Offset of a word in the text. */
    public int start(int word) {
        return starts[word];
    }

    /** Characters of a word. */
    public int length(int word) {
        int end = word + 1 < starts.length ? starts[word + 1] - 1 : text.length();
        return end - starts[word];
    }

    /** How wide the gap before a word is; {@link #FAR} before the first. */
    char gapBefore(int word) {
        return word == 0 ? FAR : text.charAt(starts[word] - 1);
    }

    /** The word that holds the character at an offset. */
    public int wordAt(int offset) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (starts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The same line with some characters hidden from every pattern. */
    LineText without(List<int[]> ranges) {
        if (ranges.isEmpty()) {
            return this;
        }
        var hidden = new StringBuilder(text);
        for (int[] range : ranges) {
            for (int i = range[0]; i < range[1]; i++) {
                hidden.setCharAt(i, HIDDEN);
            }
        }
        return new LineText(words, hidden.toString(), starts, latin);
    }

    public Box box(int firstWord, int lastWord) {
        return Box.around(lastWord - firstWord + 1, i -> words.get(firstWord + i).box());
    }

    /** All words as they are read, joined by blanks. */
    String printed() {
        if (printed == null) {
            printed = printed(0, words.size() - 1);
        }
        return printed;
    }

    /** Whether any term of balances and totals may be in it, as {@link Vocabulary#mayName}. */
    boolean mayName() {
        if (named == null) {
            named = Vocabulary.mayName(text);
        }
        return named;
    }

    public String printed(int firstWord, int lastWord) {
        if (firstWord == lastWord) {
            return words.get(firstWord).text();
        }
        if (!latin && isRightToLeft(firstWord, lastWord)) {
            return String.join(
                    " ",
                    RightToLeft.words(
                            words.subList(firstWord, lastWord + 1).stream()
                                    .map(Word::text)
                                    .toList()));
        }
        var printed = new StringBuilder();
        for (int i = firstWord; i <= lastWord; i++) {
            printed.append(i > firstWord ? " " : "").append(words.get(i).text());
        }
        return printed.toString();
    }

    private boolean isRightToLeft(int firstWord, int lastWord) {
        for (int i = firstWord; i <= lastWord; i++) {
            if (RightToLeft.isIn(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static char gap(Word left, Word right) {
        double size = Math.max(Math.min(left.size(), right.size()), 1);
        double gap = right.box().left() - left.box().right();
        if (gap < OVERLAP_SHARE * size) {
            return APART;
        }
        if (gap <= NEAR_SHARE * size) {
            return NEAR;
        }
        return gap <= APART_SHARE * size ? APART : FAR;
    }

    /**
     * Digits of any script, every minus and every blank as ASCII; length is kept.
     *
     * @return whether all characters are of scripts from left to right
     */
    private static boolean append(String printed, StringBuilder text) {
        boolean latin = true;
        for (int i = 0; i < printed.length(); i++) {
            char each = printed.charAt(i);
            latin &= each < RightToLeft.FIRST_LETTER;
            text.append(plain(each));
        }
        return latin;
    }

    private static char plain(char printed) {
        if (printed < 0x80) {
            return printed < ' ' ? ' ' : printed;
        }
        int digit = Character.isDigit(printed) ? Character.digit(printed, 10) : -1;
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (printed) {
            case '\u00AD',
                    '\u2010',
                    '\u2011',
                    '\u2012',
                    '\u2013',
                    '\u2014',
                    '\u2212',
                    '\uFF0D',
                    '\uFE63' ->
                    '-';
            case '\u00A0', '\u2007', '\u2009', '\u202F' -> ' ';
            case '\u2019', '\u02BC', '\u00B4' -> '\'';
            case '\u066B', '\uFF0E' -> '.';
            case '\u066C', '\uFF0C' -> ',';
            case '\uFF0B' -> '+';
            case '\uFF1A' -> ':';
            default -> printed;
        };
    }
}
