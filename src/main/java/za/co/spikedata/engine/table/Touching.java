package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Box;

/**
 * Parts a description from the figure it runs into: letters touch the figure, so they are drawn as
 * one word, but the figure ends where its column does.
 */
final class Touching {
    /** A figure with cents at the end of a word: behind a letter, or behind a digit and signed. */
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?:(?<=\\p{L})[-−–+(]?|(?<=\\d)[-−–+(])(?:R|[$£€])?\\d+(?:[,.']\\d{3})*[.,]\\d{2}\\)?[-−–]?(?:[CDck][RrTt])?\\*?$");

    /** Its first group, the others being parted from it by blanks. */
    private static final Pattern FIRST_GROUP =
            Pattern.compile("(?<=\\p{L})[-−–+(]?(?:R|[$£€])?\\d{1,3}$");

    private static final Pattern GROUPED_BY_BLANKS = Pattern.compile("\\d{1,3} \\d{3}[ .,]");
    private static final Pattern OTHER_GROUPS = Pattern.compile("\\d{3}(?: \\d{3})*[.,]\\d{2}\\D*");

    /** Figures of one column end this close together, in points. */
    private static final double SNAP_POINTS = 1.5;

    private final Section section;
    private final List<Column> columns;
    private @Nullable Boolean byBlanks;

    private Touching(Section section, List<Column> columns) {
        this.section = section;
        this.columns = columns;
    }

    /** Whether some figure of the section has its thousands parted by blanks. */
    private boolean isByBlanks() {
        if (byBlanks == null) {
            byBlanks =
                    section.lines().stream()
                            .anyMatch(line -> line.money().stream().anyMatch(Touching::isByBlanks));
        }
        return byBlanks;
    }

    private static boolean isByBlanks(MoneyToken token) {
        return token.firstWord() < token.lastWord()
                && GROUPED_BY_BLANKS.matcher(token.text()).find();
    }

    /** The section, its figures parted from what they touch. */
    static Section parted(Section section, List<Column> columns) {
        var touching = new Touching(section, columns);
        List<TokenLine> lines = section.lines();
        List<TokenLine> parted = lines;
        for (int i = 0; i < lines.size(); i++) {
            TokenLine line = touching.parted(i);
            if (line != lines.get(i)) {
                parted = parted == lines ? new ArrayList<>(lines) : parted;
                parted.set(i, line);
            }
        }
        return parted == lines ? section : section.with(parted);
    }

    /** The line, its last word parted from the figure that ends it. */
    static TokenLine partedAtEnd(TokenLine line) {
        int last = line.words().size() - 1;
        Matcher whole = WHOLE.matcher(line.words().get(last).text());
        boolean isFigure = line.money().stream().anyMatch(each -> each.lastWord() == last);
        return line.mayTouch() && !isFigure && mayHold(line.text(), last) && whole.find()
                ? line.parted(last, whole.start())
                : line;
    }

    private TokenLine parted(int at) {
        TokenLine line = section.lines().get(at);
        if (!line.mayTouch()) {
            return line;
        }
        LineText text = line.text();
        for (int i = 0; i < line.words().size(); i++) {
            if (mayHold(text, i)) {
                Optional<Integer> start = figureStart(line, i);
                if (start.isPresent()) {
                    return line.parted(i, start.get());
                }
            }
            if (GluedDigits.mayHold(text, i) && endsFreeColumn(line, line.words().get(i).box())) {
                OptionalInt start = GluedDigits.figureStart(section.lines(), at, i);
                if (start.isPresent()) {
                    return line.parted(i, start.getAsInt());
                }
            }
        }
        return line;
    }

    /** Whether some word of the line may hold a figure that it should be parted from. */
    static boolean isIn(LineText line) {
        for (int i = 0; i < line.words().size(); i++) {
            if (mayHold(line, i) || line.hasDigit(i) && GluedDigits.mayHold(line, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(LineText line, int word) {
        return line.hasDigit(word)
                && (line.hasLetter(word) || line.hasSign(word))
                && mayHold(line.words().get(word).text());
    }

    /** Where in a word the figure begins that should stand on its own. */
    private Optional<Integer> figureStart(TokenLine line, int word) {
        String text = line.words().get(word).text();
        Matcher whole = WHOLE.matcher(text);
        if (whole.find() && endsFreeColumn(line, line.words().get(word).box())) {
            return Optional.of(whole.start());
        }
        Matcher first = FIRST_GROUP.matcher(text);
        if (!first.find() || !isByBlanks()) {
            return Optional.empty();
        }
        return line.money().stream()
                .filter(each -> each.firstWord() == word + 1 && each.embedded())
                .filter(each -> OTHER_GROUPS.matcher(each.text()).matches())
                .filter(each -> columns.stream().anyMatch(column -> ends(column, line, each.box())))
                .map(_ -> first.start())
                .findFirst();
    }

    /**
     * A letter, or a digit with a sign behind it, stands before what begins a figure, and a digit
     * after: cheaper than the patterns.
     */
    private static boolean mayHold(String text) {
        int last = text.length() - 1;
        while (last > 0 && !isDigit(text.charAt(last))) {
            last--;
        }
        for (int i = 1; i <= last; i++) {
            char before = text.charAt(i - 1);
            if (isDigit(before)
                    ? isSign(text.charAt(i)) && endsInCents(text, last)
                    : isLetter(before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInCents(String text, int last) {
        return last > 2
                && isDigit(text.charAt(last - 1))
                && (text.charAt(last - 2) == '.' || text.charAt(last - 2) == ',');
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isSign(char each) {
        return switch (each) {
            case '-', '\u2212', '\u2013', '+', '(' -> true;
            default -> false;
        };
    }

    /** Of any script; half a letter beyond the first 65,536 counts. */
    private static boolean isLetter(char each) {
        return Character.isLetter(each) || Character.isSurrogate(each);
    }

    private boolean endsFreeColumn(TokenLine line, Box box) {
        double shift = section.shift(line);
        return columns.stream()
                .filter(column -> ends(column, line, box))
                .anyMatch(column ->
                        line.money().stream().noneMatch(each -> column.takes(each, shift)));
    }

    private boolean ends(Column column, TokenLine line, Box box) {
        double right = box.right() - section.shift(line);
        return right >= column.minRight() - SNAP_POINTS && right <= column.maxRight() + SNAP_POINTS;
    }
}
