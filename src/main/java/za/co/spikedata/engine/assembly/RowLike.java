package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Weekdays;

/**
 * Tells lines that look like rows: a date with figures that have no name of their own. Words may
 * stand before the date, and figures, where the rows that were read print them there.
 */
final class RowLike {
    private static final Set<String> LEADS = Set.of("-", "–", "—", "−", "to", "tot", "bis", "au");

    /** No row prints more; each is looked at with all figures of its line. */
    private static final int MOST_DATES = 64;

    private final List<TokenLine> lines;
    private final Map<Integer, List<MoneyToken>> named = new HashMap<>();
    private final List<Found> statements;

    /** What most rows are like is asked for few papers, and then told once. */
    private @Nullable Set<Integer> glued;

    private @Nullable Boolean textFirst;
    private @Nullable Boolean figuresFirst;

    /**
     * @param figures that have a name, such as a closing balance
     */
    RowLike(List<TokenLine> lines, List<Found> statements, List<PrintedFigure> figures) {
        this.lines = lines;
        this.statements = statements;
        for (PrintedFigure each : figures) {
            named.computeIfAbsent(each.line(), _ -> new ArrayList<>()).add(each.token());
        }
    }

    private boolean isGlued(DateToken date) {
        if (glued == null) {
            glued = new HashSet<>();
            for (Found each : statements) {
                glued.addAll(BegunRows.glued(each.reading()));
            }
        }
        return glued.contains(date.text().length());
    }

    private boolean isTextFirst() {
        if (textFirst == null) {
            textFirst = most(RowLike::startsWithText);
        }
        return textFirst;
    }

    private boolean isFiguresFirst() {
        if (figuresFirst == null) {
            figuresFirst = most(RowLike::startsWithFigures);
        }
        return figuresFirst;
    }

    private boolean most(Predicate<RowLine> claim) {
        int dated = 0;
        int so = 0;
        Set<Grid> grids = Collections.newSetFromMap(new IdentityHashMap<>());
        statements.forEach(each -> grids.add(each.reading().grid()));
        for (Grid grid : grids) {
            for (RowLine row : grid.rows()) {
                dated += row.isDated() ? 1 : 0;
                so += row.isDated() && claim.test(row) ? 1 : 0;
            }
        }
        return so * 2 > dated;
    }

    private static boolean startsWithText(RowLine row) {
        int date = row.date().orElseThrow().firstWord();
        return date > 0 && BegunRows.texts(row.tokens())[date] > 0;
    }

    private static boolean startsWithFigures(RowLine row) {
        int date = row.date().orElseThrow().firstWord();
        for (Optional<MoneyToken> cell : row.cells()) {
            if (cell.isPresent() && cell.get().lastWord() < date) {
                return true;
            }
        }
        return false;
    }

    /** What looks like a row in the line of this index. */
    Optional<Outside.Begun> at(int at) {
        TokenLine line = lines.get(at);
        if (line.dates().size() > MOST_DATES) {
            return Optional.empty();
        }
        for (DateToken date : line.dates()) {
            if (date.weak() && !isGlued(date)) {
                continue;
            }
            if (isSpan(line, date)) {
                return Optional.empty();
            }
            List<MoneyToken> figures =
                    line.money().stream()
                            .filter(each -> isFigure(date, each))
                            .filter(each -> !isOther(at, each))
                            .toList();
            if (tells(line, date, figures)) {
                return Optional.of(new Outside.Begun(line, date, figures));
            }
        }
        return Optional.empty();
    }

    /** The figure of the line has a name or is a rate, so it is no row's. */
    boolean isOther(int at, MoneyToken figure) {
        return isRate(lines.get(at), figure)
                || named.getOrDefault(at, List.of()).stream().anyMatch(each -> each == figure);
    }

    private boolean tells(TokenLine line, DateToken date, List<MoneyToken> figures) {
        if (figures.isEmpty()) {
            return false;
        }
        boolean begins = begins(line, date);
        if (begins && figures.size() > 1) {
            return true;
        }
        int[] texts = BegunRows.texts(line);
        boolean between = BegunRows.textBetween(texts, date, figures.getFirst());
        boolean spoken = texts[date.firstWord()] > 0 && !line.isEmbedded(date) && isTextFirst();
        return spoken || between && (begins || figures.size() > 1);
    }

    /** Nothing stands before the date but the number of an entry or the day of the week. */
    static boolean begins(TokenLine line, DateToken date) {
        for (int i = 0; i < date.firstWord(); i++) {
            String word = line.words().get(i).text();
            boolean counts = word.chars().noneMatch(Character::isLetter);
            if (!counts && !Weekdays.names(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFigure(DateToken date, MoneyToken figure) {
        return figure.strong()
                && !figure.magnitude().isZero()
                && !figure.embedded()
                && (figure.firstWord() > date.lastWord() || isFiguresFirst());
    }

    private static boolean isRate(TokenLine line, MoneyToken figure) {
        int next = figure.lastWord() + 1;
        return line.words().get(figure.lastWord()).text().endsWith("%")
                || next < line.words().size() && line.words().get(next).text().startsWith("%");
    }

    /** The date leads to another: what stands behind them is of many days. */
    private static boolean isSpan(TokenLine line, DateToken from) {
        int between = from.lastWord() + 1;
        return line.dates().stream().anyMatch(to -> to.firstWord() == between + 1)
                && LEADS.contains(line.words().get(between).text().toLowerCase(Locale.ROOT));
    }
}
