package za.co.spikedata.engine.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.Kinds;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.RightToLeft;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;

/**
 * A line's words as one string that shows how wide each gap is, so that the blank inside a figure
 * can be told from the one between two columns.
 */
public final class LineText {
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

    /** Words of these kinds print other characters than the text has. */
    private static final int UNLIKE = Kinds.BEYOND_ASCII | Kinds.FOREIGN | Kinds.CONTROL;

    private final List<Word> words;
    private final String text;
    private final int[] starts;
    private final short[] kinds;
    private final int all;
    private final int longest;
    private final double largest;

    /** The text is what the words say, but for the gaps between them. */
    private final boolean exact;

    private @Nullable String printed;

    private LineText(List<Word> words, String text, int[] starts, short[] kinds, double largest) {
        this.words = words;
        this.text = text;
        this.starts = starts;
        this.kinds = kinds;
        this.largest = largest;
        int every = 0;
        int most = 0;
        for (int i = 0; i < kinds.length; i++) {
            every |= kinds[i];
            most = Math.max(most, length(i));
        }
        this.all = every;
        this.longest = most;
        this.exact = (every & UNLIKE) == 0;
    }

    public static LineText of(List<Word> words) {
        int[] starts = new int[words.size()];
        short[] kinds = new short[words.size()];
        double largest = 0;
        int length = 0;
        for (int i = 0; i < starts.length; i++) {
            Word word = words.get(i);
            starts[i] = length;
            kinds[i] = (short) word.kinds();
            largest = word.size() > largest ? word.size() : largest;
            length += word.text().length() + 1;
        }
        var text = new char[Math.max(0, length - 1)];
        for (int i = 0; i < starts.length; i++) {
            if (i > 0) {
                text[starts[i] - 1] = gap(words.get(i - 1), words.get(i));
            }
            put(words.get(i), text, starts[i]);
        }
        return new LineText(List.copyOf(words), new String(text), starts, kinds, largest);
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

    /** Whether a digit of ASCII is printed in a word. */
    boolean hasDigit(int word) {
        return (kinds[word] & Kinds.DIGIT) != 0;
    }

    /** Whether a letter of any script is printed in a word; half a letter beyond 65,535 counts. */
    boolean hasLetter(int word) {
        return (kinds[word] & Kinds.LETTER) != 0;
    }

    /** Whether neither a letter nor anything beyond ASCII is printed in a word. */
    boolean isPlainFigure(int word) {
        return (kinds[word] & (Kinds.LETTER | Kinds.BEYOND_ASCII | Kinds.FOREIGN)) == 0;
    }

    /** Whether a plus, a minus or an opening bracket is printed in a word. */
    boolean hasSign(int word) {
        return (kinds[word] & Kinds.SIGN) != 0;
    }

    /** Whether nothing but letters of ASCII is printed in a word. */
    boolean isPlainWord(int word) {
        return kinds[word] == Kinds.LETTER;
    }

    /** Whether a colon of any script is printed. */
    public boolean hasColon() {
        return (all & Kinds.COLON) != 0;
    }

    /** Characters of the longest word. */
    public int longest() {
        return longest;
    }

    /** Font size of the largest word, in points. */
    double largest() {
        return largest;
    }

    /** Whether nothing but ASCII is printed. */
    public boolean isAscii() {
        return (all & (Kinds.BEYOND_ASCII | Kinds.FOREIGN)) == 0;
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

    /** The word that holds the character at an offset, at or soon after a word. */
    int wordAt(int offset, int from) {
        int word = from;
        while (word + 1 < starts.length && starts[word + 1] <= offset) {
            word++;
        }
        return word;
    }

    /** The text, the words that are surely dates hidden from every pattern. */
    String without(List<DateToken> dates) {
        char[] hidden = null;
        for (DateToken date : dates) {
            if (!date.weak()) {
                hidden = hidden == null ? text.toCharArray() : hidden;
                int end = starts[date.lastWord()] + length(date.lastWord());
                Arrays.fill(hidden, starts[date.firstWord()], end, HIDDEN);
            }
        }
        return hidden == null ? text : new String(hidden);
    }

    public Box box(int firstWord, int lastWord) {
        return Line.around(words, firstWord, lastWord);
    }

    /** All words as they are read, joined by blanks. */
    String printed() {
        if (printed == null) {
            printed = printed(0, words.size() - 1);
        }
        return printed;
    }

    public String printed(int firstWord, int lastWord) {
        if (firstWord == lastWord) {
            return words.get(firstWord).text();
        }
        if (exact) {
            String exactly = text.substring(starts[firstWord], starts[lastWord] + length(lastWord));
            return areNear(firstWord, lastWord)
                    ? exactly
                    : exactly.replace(APART, NEAR).replace(FAR, NEAR);
        }
        if ((all & Kinds.FOREIGN) != 0 && isRightToLeft(firstWord, lastWord)) {
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

    private boolean areNear(int firstWord, int lastWord) {
        for (int i = firstWord + 1; i <= lastWord; i++) {
            if (gapBefore(i) != NEAR) {
                return false;
            }
        }
        return true;
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
        double smaller = left.size() < right.size() ? left.size() : right.size();
        double size = smaller < 1 ? 1 : smaller;
        double gap = right.box().left() - left.box().right();
        if (gap < OVERLAP_SHARE * size) {
            return APART;
        }
        if (gap <= NEAR_SHARE * size) {
            return NEAR;
        }
        return gap <= APART_SHARE * size ? APART : FAR;
    }

    /** Digits of any script, every minus and every blank as ASCII; length is kept. */
    private static void put(Word word, char[] text, int start) {
        String printed = word.text();
        printed.getChars(0, printed.length(), text, start);
        if ((word.kinds() & UNLIKE) != 0) {
            for (int i = start; i < start + printed.length(); i++) {
                text[i] = plain(text[i]);
            }
        }
    }

    private static char plain(char printed) {
        if (printed >= ' ' && printed < 0x80) {
            return printed;
        }
        if (printed < ' ') {
            return ' ';
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
