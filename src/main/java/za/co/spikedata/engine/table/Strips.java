package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;

/** Cuts pages that print two tables side by side, and gives all lines in reading order. */
public final class Strips {
    /** Lines that must show date, text, figure twice over before a page is cut. */
    private static final int MIN_DOUBLED = 3;

    /** A second table's dates start this close to its heading. */
    private static final double GUTTER_REACH_POINTS = 40;

    public List<TokenLine> lines(List<Page> pages) {
        var lines = new ArrayList<TokenLine>();
        int strip = 0;
        for (Page page : pages) {
            var whole = new ArrayList<TokenLine>();
            for (Line line : page.lines()) {
                if (!line.words().isEmpty()) {
                    whole.add(TokenLine.of(page.number(), strip, line.words()));
                }
            }
            OptionalDouble gutter = gutter(whole);
            if (gutter.isEmpty()) {
                lines.addAll(whole);
                strip++;
            } else {
                lines.addAll(cut(whole, gutter.getAsDouble(), strip));
                strip += 2;
            }
        }
        return List.copyOf(lines);
    }

    private static List<TokenLine> cut(List<TokenLine> whole, double gutter, int strip) {
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
                left.add(TokenLine.of(line.page(), strip, words.subList(0, firstRight)));
            }
            right.add(
                    TokenLine.of(line.page(), strip + 1, words.subList(firstRight, words.size())));
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
                boolean runsAcross =
                        i > 0
                                && line.text().text().charAt(line.text().starts().get(i) - 1)
                                        == LineText.NEAR;
                return runsAcross ? -1 : i;
            }
            if (words.get(i).box().right() > gutter) {
                return -1;
            }
        }
        return -1;
    }

    private static OptionalDouble gutter(List<TokenLine> lines) {
        OptionalDouble headed =
                lines.stream()
                        .flatMap(line -> Header.of(line).stream())
                        .map(Header::gutter)
                        .filter(OptionalDouble::isPresent)
                        .findFirst()
                        .orElse(OptionalDouble.empty());
        if (headed.isPresent() && datesAt(lines, headed.getAsDouble())) {
            return headed;
        }
        double gutter = 0;
        int doubled = 0;
        int single = 0;
        for (TokenLine line : lines) {
            OptionalDouble edge = leftTableEdge(line);
            if (edge.isPresent()) {
                doubled++;
                gutter = Math.max(gutter, edge.getAsDouble());
            } else if (line.hasStrongDate() && line.hasStrongMoney()) {
                single++;
            }
        }
        boolean isCut = doubled >= MIN_DOUBLED && doubled * 2 >= single;
        return isCut ? OptionalDouble.of(gutter + 1) : OptionalDouble.empty();
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

    /** Right edge of the figure that ends the left of two tables, if this line runs through two. */
    private static OptionalDouble leftTableEdge(TokenLine line) {
        for (DateToken second : line.dates()) {
            if (second.weak()) {
                continue;
            }
            double x = second.box().left();
            boolean dateBefore =
                    line.dates().stream().anyMatch(date -> !date.weak() && date.box().right() < x);
            boolean moneyAfter =
                    line.money().stream()
                            .anyMatch(money -> money.strong() && money.box().left() > x);
            OptionalDouble moneyBefore =
                    line.money().stream()
                            .filter(money -> money.strong() && money.box().right() <= x)
                            .mapToDouble(money -> money.box().right())
                            .max();
            if (dateBefore && moneyAfter && moneyBefore.isPresent() && textFollows(line, second)) {
                return moneyBefore;
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean textFollows(TokenLine line, DateToken date) {
        int next = date.lastWord() + 1;
        return next < line.words().size()
                && line.words().get(next).text().chars().anyMatch(Character::isLetter)
                && line.money().stream()
                        .noneMatch(money -> money.firstWord() <= next && money.lastWord() >= next);
    }
}
