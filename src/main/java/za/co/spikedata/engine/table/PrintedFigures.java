package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Finds the figures a paper names, on the line of the name or below it. */
public final class PrintedFigures {
    /** A figure below its name stands within this many line heights. */
    private static final double BELOW_HEIGHTS = 4;

    /** The lines of a broken heading are at most this many line heights apart. */
    private static final double BROKEN_HEIGHTS = 2;

    private static final int BELOW_LINES = 6;

    /** A figure may start this far left of its name. */
    private static final double INDENT_POINTS = 15;

    public List<PrintedFigure> of(List<TokenLine> lines) {
        var found = new ArrayList<PrintedFigure>();
        for (int i = 0; i < lines.size(); i++) {
            at(lines, i, found);
        }
        return List.copyOf(found);
    }

    private static void at(List<TokenLine> lines, int index, List<PrintedFigure> found) {
        if (!lines.get(index).mayName() && !mayNameBroken(lines, index)) {
            return;
        }
        if (lines.get(index).hasStrongMoney()) {
            beside(lines, index, found);
        } else if (!headsRows(lines.get(index))) {
            below(lines, index, found);
        }
    }

    /** Below its headings stand balances of rows, whatever their column is called. */
    private static boolean headsRows(TokenLine line) {
        return Header.of(line)
                .filter(Header::opensTable)
                .filter(header -> header.has(Heading.DATE) && header.has(Heading.DESCRIPTION))
                .isPresent();
    }

    /** The line below may end what this one begins. */
    private static boolean mayNameBroken(List<TokenLine> lines, int index) {
        return index + 1 < lines.size()
                && !lines.get(index).hasStrongMoney()
                && lines.get(index + 1).mayName();
    }

    private static void beside(List<TokenLine> lines, int index, List<PrintedFigure> found) {
        TokenLine line = lines.get(index);
        int from = 0;
        for (MoneyToken token : line.money()) {
            if (!token.strong() && !token.magnitude().isZero()) {
                continue;
            }
            if (token.firstWord() > from) {
                String words = line.text().printed(from, token.firstWord() - 1);
                Name name = Vocabulary.nameOf(words);
                if (isNamed(name) || name == Name.DATED_BALANCE && hasDate(line, from, token)) {
                    found.add(
                            new PrintedFigure(
                                    name, Vocabulary.isCurrent(words), token, line, index));
                }
            }
            from = token.lastWord() + 1;
        }
    }

    private static boolean hasDate(TokenLine line, int from, MoneyToken figure) {
        return line.dates().stream()
                .anyMatch(date -> date.firstWord() > from && date.lastWord() < figure.firstWord());
    }

    private static void below(List<TokenLine> lines, int index, List<PrintedFigure> found) {
        TokenLine line = lines.get(index);
        int start = 0;
        for (int i = 1; i <= line.words().size(); i++) {
            boolean isLast = i == line.words().size();
            if (!isLast && line.text().gapBefore(i) == LineText.NEAR) {
                continue;
            }
            String words = line.text().printed(start, i - 1);
            if (!isNamed(Vocabulary.nameOf(words))) {
                words = onTwoLines(lines, index, start, i - 1);
            }
            Name name = Vocabulary.nameOf(words);
            if (isNamed(name)) {
                double left = line.words().get(start).box().left() - INDENT_POINTS;
                double right =
                        isLast
                                ? Double.MAX_VALUE
                                : line.words().get(i).box().left() - INDENT_POINTS;
                under(lines, index, left, right, words, found);
            }
            start = i;
        }
    }

    /** The words with those right below them, as a heading broken over two lines. */
    private static String onTwoLines(List<TokenLine> lines, int index, int first, int last) {
        TokenLine line = lines.get(index);
        var words = new StringBuilder(line.text().printed(first, last));
        if (index + 1 < lines.size()
                && lines.get(index + 1).strip() == line.strip()
                && !lines.get(index + 1).hasStrongMoney()) {
            Box above = line.text().box(first, last);
            for (Word word : lines.get(index + 1).words()) {
                Box box = word.box();
                boolean isBelow =
                        box.left() < above.right()
                                && above.left() < box.right()
                                && box.top() - above.top() < BROKEN_HEIGHTS * above.height();
                words.append(isBelow ? " " + word.text() : "");
            }
        }
        return words.toString();
    }

    private static void under(
            List<TokenLine> lines,
            int index,
            double left,
            double right,
            String words,
            List<PrintedFigure> found) {
        TokenLine line = lines.get(index);
        int last = Math.min(index + BELOW_LINES, lines.size() - 1);
        for (int i = index + 1; i <= last; i++) {
            TokenLine below = lines.get(i);
            double distance = below.box().top() - line.box().top();
            if (below.strip() != line.strip() || distance > BELOW_HEIGHTS * line.box().height()) {
                return;
            }
            for (MoneyToken token : below.money()) {
                double centre = token.box().left() + token.box().width() / 2;
                if (token.strong() && centre > left && centre < right) {
                    found.add(
                            new PrintedFigure(
                                    Vocabulary.nameOf(words),
                                    Vocabulary.isCurrent(words),
                                    token,
                                    below,
                                    i));
                    return;
                }
            }
        }
    }

    private static boolean isNamed(Name name) {
        return name == Name.OPENING || name == Name.CLOSING || name == Name.FORWARD;
    }
}
