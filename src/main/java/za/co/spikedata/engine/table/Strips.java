package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;

/** Cuts pages that print two tables side by side, and gives all lines in reading order. */
public final class Strips {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:hH]\\d{2}(?::\\d{2})?");

    /** Rows that must stand on either side before a page is cut. */
    private static final int MIN_ROWS = 3;

    /** One line with figures in this many rows may run across the gutter. */
    private static final int MOST_ACROSS = 10;

    /** A table is at least this wide, in points. */
    private static final double NARROWEST_TABLE = 120;

    /** Dates of a second table start this close together. */
    private static final double START_POINTS = 5;

    /** A second table's dates start this close to its heading. */
    private static final double GUTTER_REACH_POINTS = 40;

    private final List<Page> pages;
    private final MoneyLexer figures;

    public Strips(List<Page> pages) {
        this.pages = List.copyOf(pages);
        this.figures = new MoneyLexer(Thousandths.sign(pages));
    }

    public List<TokenLine> lines() {
        var lines = new ArrayList<TokenLine>();
        int strip = 0;
        OptionalDouble last = OptionalDouble.empty();
        for (Page page : pages) {
            List<TokenLine> whole = whole(page, strip);
            OptionalDouble found = gutter(whole);
            OptionalDouble gutter = found.isPresent() || !goesOn(whole, last) ? found : last;
            last = gutter;
            if (gutter.isEmpty()) {
                lines.addAll(whole);
                strip++;
            } else {
                lines.addAll(cut(whole, gutter.getAsDouble(), strip));
                strip += 2;
            }
        }
        return new SideBySide(strip, figures).of(lines);
    }

    private List<TokenLine> whole(Page page, int strip) {
        var whole = new ArrayList<TokenLine>();
        for (Line line : page.lines()) {
            if (!line.words().isEmpty()) {
                whole.add(TokenLine.of(page.number(), strip, line, figures));
            }
        }
        return whole;
    }

    private List<TokenLine> cut(List<TokenLine> whole, double gutter, int strip) {
        var left = new ArrayList<TokenLine>();
        var right = new ArrayList<TokenLine>();
        for (TokenLine line : whole) {
            int firstRight = firstRight(line, gutter);
            List<Word> words = line.words();
            if (firstRight < 0) {
                left.add(line);
                continue;
            }
            if (firstRight > 0) {
                left.add(TokenLine.of(line.page(), strip, words.subList(0, firstRight), figures));
            }
            right.add(
                    TokenLine.of(
                            line.page(),
                            strip + 1,
                            words.subList(firstRight, words.size()),
                            figures));
        }
        left.addAll(right);
        return left;
    }

    /**
     * Index of the first word right of the gutter; -1 when the line runs across it or ends before.
     */
    private static int firstRight(TokenLine line, double gutter) {
        List<Word> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).box().left() >= gutter) {
                boolean runsAcross = i > 0 && line.text().gapBefore(i) == LineText.NEAR;
                return runsAcross ? -1 : i;
            }
            if (words.get(i).box().right() > gutter) {
                return -1;
            }
        }
        return -1;
    }

    private static OptionalDouble gutter(List<TokenLine> lines) {
        OptionalDouble headed = headed(lines);
        if (headed.isPresent() && datesAt(lines, headed.getAsDouble())) {
            return headed;
        }
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (TokenLine line : lines) {
            for (DateToken date : line.dates()) {
                first = Math.min(first, Math.floor(date.box().left()));
                last = Math.max(last, Math.floor(date.box().left()));
            }
        }
        double nearest = first + NARROWEST_TABLE;
        return last > nearest
                ? lines.stream()
                        .flatMap(line -> line.dates().stream())
                        .mapToDouble(date -> Math.floor(date.box().left()))
                        .filter(left -> left > nearest)
                        .sorted()
                        .distinct()
                        .filter(left -> isSecondTable(lines, left - 1))
                        .findFirst()
                : OptionalDouble.empty();
    }

    /** Where the first headings that stand twice on a line begin again. */
    private static OptionalDouble headed(List<TokenLine> lines) {
        for (TokenLine line : lines) {
            Optional<Header> header = Header.of(line);
            if (header.isPresent() && header.get().gutter().isPresent()) {
                return header.get().gutter();
            }
        }
        return OptionalDouble.empty();
    }

    /** A second table of few rows stands where the page before had one. */
    private static boolean goesOn(List<TokenLine> lines, OptionalDouble before) {
        if (before.isEmpty()) {
            return false;
        }
        double x = before.getAsDouble();
        return lines.stream()
                        .anyMatch(
                                line -> isRow(line, x, x + START_POINTS) && textFollowsAt(line, x))
                && lines.stream().noneMatch(line -> isRow(line) && runsAcross(line, x));
    }

    private static boolean isRow(TokenLine line) {
        return !line.dates().isEmpty() && !line.money().isEmpty();
    }

    private static boolean runsAcross(TokenLine line, double x) {
        for (Word word : line.words()) {
            if (word.box().left() < x && word.box().right() > x + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows of two tables stand left and right of an x, and next to nothing across it. */
    private static boolean isSecondTable(List<TokenLine> lines, double x) {
        int left = 0;
        int right = 0;
        int across = 0;
        for (TokenLine line : lines) {
            if (line.money().isEmpty()) {
                continue;
            }
            across += runsAcross(line, x) ? 1 : 0;
            left += isRow(line, Double.NEGATIVE_INFINITY, x) ? 1 : 0;
            right += isRow(line, x, x + START_POINTS) && textFollowsAt(line, x) ? 1 : 0;
        }
        return left >= MIN_ROWS
                && right >= MIN_ROWS
                && left * 2 >= right
                && across * MOST_ACROSS <= left + right;
    }

    /**
     * A date starts between the two, and a figure stands after it but on its side of the gutter.
     */
    private static boolean isRow(TokenLine line, double from, double to) {
        boolean isLeft = from == Double.NEGATIVE_INFINITY;
        return line.dates().stream()
                .anyMatch(date ->
                        date.box().left() >= from
                                && date.box().left() < to
                                && line.money().stream()
                                        .anyMatch(money ->
                                                money.strong()
                                                        && money.box().left() > date.box().right()
                                                        && (!isLeft || money.box().right() < to)));
    }

    private static boolean textFollowsAt(TokenLine line, double x) {
        return line.dates().stream()
                .anyMatch(date ->
                        date.box().left() >= x
                                && date.box().left() < x + START_POINTS
                                && !line.isEmbedded(date)
                                && textFollows(line, date));
    }

    /** Dates with text after them stand right of the gutter, so it does part two tables. */
    private static boolean datesAt(List<TokenLine> lines, double gutter) {
        return lines.stream()
                .anyMatch(line ->
                        line.dates().stream()
                                .anyMatch(date ->
                                        !date.weak()
                                                && date.box().left() >= gutter
                                                && date.box().left() < gutter + GUTTER_REACH_POINTS
                                                && textFollows(line, date)));
    }

    /** Behind a value date a word of its own may say which way the figure goes. */
    private static boolean isSideOfFigure(TokenLine line, int word) {
        return Vocabulary.sideOf(line.words().get(word).text()) != 0
                && line.money().stream().anyMatch(money -> money.firstWord() == word + 1);
    }

    private static boolean textFollows(TokenLine line, DateToken date) {
        int after = date.lastWord() + 1;
        boolean timed =
                after < line.words().size()
                        && TIME.matcher(line.words().get(after).text()).matches();
        int next = timed ? after + 1 : after;
        return next < line.words().size()
                && line.words().get(next).text().chars().anyMatch(Character::isLetter)
                && !isSideOfFigure(line, next)
                && line.money().stream()
                        .noneMatch(money -> money.firstWord() <= next && money.lastWord() >= next);
    }
}
