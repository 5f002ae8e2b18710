package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/** Gives each row the lines of text that wrap below or above it. */
final class Descriptions {
    /** A wrapped line starts at most this far from where descriptions start, in points. */
    private static final double INDENT_POINTS = 14;

    /** Lines of one row are at most this many line heights apart. */
    private static final double PITCH_HEIGHTS = 2.6;

    /** Gaps that differ by less are the same. */
    private static final double SNAP_POINTS = 0.5;

    private static final int MOST_LINES = 12;

    private final Grid grid;
    private final RowTexts texts;
    private final double[] lefts;
    private final boolean daysBelow;
    private final boolean valuedBelow;
    private final boolean wrapsAbove;
    private final double widestGap;
    private final int lastDated;
    private final Map<Integer, List<TokenLine>> above = new HashMap<>();
    private final Map<Integer, List<TokenLine>> below = new HashMap<>();

    private Descriptions(Grid grid, RowTexts texts) {
        this.grid = grid;
        this.texts = texts;
        this.lefts = texts.usualLefts(grid);
        this.daysBelow = daysBelow();
        this.valuedBelow = daysBelow || valuedBelow();
        this.wrapsAbove = datedLinesBefore() || linesLeadRows();
        this.widestGap = widestGap();
        List<RowLine> rows = grid.rows();
        this.lastDated = lastDated(rows);
        var turns = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (isAfterTurn(i)) {
                turns.add(i);
            } else {
                shareAbove(i);
            }
        }
        boolean wrapsBelow = lines(below) > lines(above);
        double widestStep = wrapsBelow && !turns.isEmpty() ? widestStep() : 0;
        for (int i : turns) {
            if (wrapsBelow && texts.speaks(i)) {
                overTurn(i, rows.get(i - 1).line() + 1, rows.get(i).line(), widestStep);
            } else {
                shareAbove(i);
            }
        }
        if (!rows.isEmpty()) {
            int from = rows.getLast().line() + 1;
            int to = Math.min(from + MOST_LINES, grid.section().lines().size());
            share(rows.size() - 1, -1, from, to);
        }
    }

    /** Gives the text cells of a row of the table; none of others. */
    static Function<RowLine, List<Cell>> of(Grid grid) {
        var places = new RowPlaces(grid.rows());
        IntFunction<List<Cell>> cells = byIndex(grid);
        return row -> {
            int index = places.of(row);
            return index < 0 ? List.of() : cells.apply(index);
        };
    }

    private static IntFunction<List<Cell>> byIndex(Grid grid) {
        if (grid.joined().isEmpty()) {
            return new Descriptions(grid, new RowTexts(grid))::cells;
        }
        var tables = new TreeMap<Integer, Descriptions>();
        int first = 0;
        for (Grid table : grid.joined()) {
            tables.put(first, new Descriptions(table, new RowTexts(table)));
            first += table.rows().size();
        }
        return row -> {
            Map.Entry<Integer, Descriptions> table = tables.floorEntry(row);
            return table.getValue().cells(row - table.getKey());
        };
    }

    /** The text above the row, its own, and that below it. */
    private List<Cell> cells(int row) {
        List<TokenLine> over = above.getOrDefault(row, List.of());
        List<TokenLine> under = below.getOrDefault(row, List.of());
        if (over.isEmpty() && under.isEmpty()) {
            return texts.cells(row);
        }
        var cells = new ArrayList<Cell>();
        over.forEach(line -> cells.addAll(texts.cells(grid, line)));
        cells.addAll(texts.cells(row));
        under.forEach(line -> cells.addAll(texts.cells(grid, line)));
        return cells;
    }

    private boolean isAfterTurn(int row) {
        return row > 0 && !isOneStrip(grid.rows().get(row - 1), grid.rows().get(row));
    }

    /** Shares the lines between a row and the one above it. */
    private void shareAbove(int row) {
        int to = grid.rows().get(row).line();
        int from = row == 0 ? Math.max(0, to - MOST_LINES) : grid.rows().get(row - 1).line() + 1;
        share(row - 1, row, from, to);
    }

    private void share(int upper, int lower, int from, int to) {
        if (from >= to) {
            return;
        }
        var wrapped = new ArrayList<TokenLine>();
        int dated = -1;
        for (int i = from; i < to; i++) {
            TokenLine line = grid.section().lines().get(i);
            if (grid.section().headerLines().contains(i) || !isWrapped(line)) {
                continue;
            }
            if (!valuedBelow && texts.startsWithDate(grid, line) && dated < 0) {
                dated = wrapped.size();
            }
            wrapped.add(line);
        }
        if (wrapped.isEmpty()) {
            return;
        }
        if (dated >= 0 && lower >= 0 && grid.rows().get(lower).isDated()) {
            // A dated line without figures is no part of a row that prints a date of its own.
            wrapped.subList(dated, wrapped.size()).clear();
        }
        int split = dated >= 0 ? dated : split(wrapped, upper, lower);
        boolean isEnd =
                upper >= 0
                        && (lower < 0
                                || lower > lastDated
                                || !isOneStrip(grid.rows().get(upper), grid.rows().get(lower)));
        give(below, upper, near(wrapped.subList(0, split), upper, false, isEnd));
        give(above, lower, near(wrapped.subList(split, wrapped.size()), lower, true, false));
    }

    /**
     * Where rows wrap below, a row at the foot of a page may wrap on below the next page's
     * headings.
     *
     * @param widestStep from the last line of a row to the next row
     */
    private void overTurn(int lower, int from, int to, double widestStep) {
        int upper = lower - 1;
        RowLine first = grid.rows().get(lower);
        int heading = to - 1;
        while (heading >= from && !grid.section().headerLines().contains(heading)) {
            heading--;
        }
        int strip = grid.rows().get(upper).tokens().strip();
        int turn = from;
        while (turn < to && grid.section().lines().get(turn).strip() == strip) {
            turn++;
        }
        share(upper, -1, from, turn);
        var wrapped = new ArrayList<TokenLine>();
        TokenLine last = first.tokens();
        for (int i = to - 1; i > heading && heading >= turn; i--) {
            TokenLine line = grid.section().lines().get(i);
            double most = last == first.tokens() ? Math.max(widestGap, widestStep) : widestGap;
            if (!isWrapped(line) || gap(line, last) > most) {
                break;
            }
            wrapped.addFirst(line);
            last = line;
        }
        wrapped.addAll(0, below.getOrDefault(upper, List.of()));
        give(below, upper, wrapped);
    }

    private static int lines(Map<Integer, List<TokenLine>> given) {
        return given.values().stream().mapToInt(List::size).sum();
    }

    private static boolean isOneStrip(RowLine one, RowLine two) {
        return one.tokens().strip() == two.tokens().strip();
    }

    private static int lastDated(List<RowLine> rows) {
        int last = rows.size() - 1;
        while (last >= 0 && !rows.get(last).isDated()) {
            last--;
        }
        return last;
    }

    private int split(List<TokenLine> wrapped, int upper, int lower) {
        if (upper < 0) {
            return 0;
        }
        if (lower < 0) {
            return wrapped.size();
        }
        TokenLine first = grid.rows().get(upper).tokens();
        TokenLine last = grid.rows().get(lower).tokens();
        boolean upperSpeaks = texts.speaks(upper);
        boolean lowerSpeaks = texts.speaks(lower);
        int widest = 0;
        double most = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i <= wrapped.size(); i++) {
            TokenLine one = i == 0 ? first : wrapped.get(i - 1);
            TokenLine two = i == wrapped.size() ? last : wrapped.get(i);
            if (one.strip() != two.strip()) {
                return i;
            }
            double gap = two.box().bottom() - one.box().bottom();
            if (gap > most) {
                most = gap;
                widest = i;
            }
            least = Math.min(least, gap);
        }
        if (most > least * 1.25) {
            return widest;
        }
        if (upperSpeaks && !lowerSpeaks) {
            return 0;
        }
        if (!upperSpeaks && lowerSpeaks) {
            return wrapped.size();
        }
        if (!upperSpeaks) {
            return (wrapped.size() + 1) / 2;
        }
        return wrapsAbove ? 0 : wrapped.size();
    }

    /**
     * @param isEnd no row follows on the page, so what stands there may be none of the table
     */
    private List<TokenLine> near(List<TokenLine> lines, int row, boolean isAbove, boolean isEnd) {
        if (row < 0 || lines.isEmpty()) {
            return List.of();
        }
        var kept = new ArrayList<TokenLine>();
        TokenLine last = grid.rows().get(row).tokens();
        for (TokenLine line : isAbove ? lines.reversed() : lines) {
            double gap = Math.abs(line.box().bottom() - last.box().bottom());
            boolean sameStrip = line.strip() == last.strip();
            if (sameStrip && gap > PITCH_HEIGHTS * Math.max(line.box().height(), 6)
                    || isEnd && gap > widestGap) {
                break;
            }
            if (!sameStrip && !isAbove) {
                break;
            }
            kept.add(line);
            last = line;
        }
        return isAbove ? kept.reversed() : kept;
    }

    private static void give(Map<Integer, List<TokenLine>> to, int row, List<TokenLine> lines) {
        if (row >= 0 && !lines.isEmpty()) {
            to.put(row, List.copyOf(lines));
        }
    }

    /**
     * How far below a row or a wrapped line the next wrapped line stands at most, told by those
     * between two rows; without any, nearer than rows stand to one another.
     */
    private double widestGap() {
        double wrapped = 0;
        double rows = Double.MAX_VALUE;
        for (int i = 1; i <= lastDated(grid.rows()); i++) {
            RowLine upper = grid.rows().get(i - 1);
            RowLine lower = grid.rows().get(i);
            if (isOneStrip(upper, lower)) {
                double gap = widestGap(upper, lower);
                wrapped = Math.max(wrapped, gap);
                rows = gap > 0 ? rows : Math.min(rows, gap(upper.tokens(), lower.tokens()));
            }
        }
        return wrapped > 0 ? wrapped + SNAP_POINTS : rows - SNAP_POINTS;
    }

    /** How far below the last of a row's wrapped lines the next row stands at most. */
    private double widestStep() {
        double widest = 0;
        for (Map.Entry<Integer, List<TokenLine>> wrapped : below.entrySet()) {
            int next = wrapped.getKey() + 1;
            if (next < grid.rows().size()) {
                TokenLine row = grid.rows().get(next).tokens();
                TokenLine last = wrapped.getValue().getLast();
                boolean isBelow = row.strip() == last.strip();
                widest = Math.max(widest, isBelow ? gap(last, row) + SNAP_POINTS : 0);
            }
        }
        return widest;
    }

    /** How far apart lines wrapped between two rows stand at most, zero when there are none. */
    private double widestGap(RowLine upper, RowLine lower) {
        double widest = 0;
        TokenLine last = upper.tokens();
        for (int at = upper.line() + 1; at < lower.line(); at++) {
            TokenLine line = grid.section().lines().get(at);
            double gap = gap(last, line);
            if (isWrapped(line) && gap > 0 && gap <= PITCH_HEIGHTS * line.box().height()) {
                widest = Math.max(widest, gap);
                last = line;
            }
        }
        return widest;
    }

    private static double gap(TokenLine upper, TokenLine lower) {
        return lower.box().bottom() - upper.box().bottom();
    }

    private boolean isWrapped(TokenLine line) {
        return isIndented(texts.textLeft(grid, line))
                || daysBelow && texts.startsWithDate(grid, line)
                || texts.descriptionLefts(grid, line).anyMatch(this::isIndented);
    }

    private boolean isIndented(double start) {
        for (double left : lefts) {
            if (start > left - 3 && start < left + INDENT_POINTS) {
                return true;
            }
        }
        return false;
    }

    /** Each row's own day begins the line below it. */
    private boolean daysBelow() {
        List<RowLine> rows = grid.rows();
        return rows.stream().filter(this::isDayBelow).count() > 1
                && rows.stream()
                        .filter(row -> row.name() == Vocabulary.Name.NONE)
                        .allMatch(this::isDayBelow);
    }

    private boolean isDayBelow(RowLine row) {
        int below = row.line() + 1;
        return row.inherited().isPresent()
                && below < grid.section().lines().size()
                && grid.section().lines().get(below).dates().contains(row.inherited().get());
    }

    /** Below nearly every dated row another day stands, such as that of its value. */
    private boolean valuedBelow() {
        int dated = 0;
        int valued = 0;
        for (RowLine row : grid.rows()) {
            if (row.isDated()) {
                int below = row.line() + 1;
                dated++;
                valued +=
                        below < grid.section().lines().size() && texts.isDateBelow(grid, row, below)
                                ? 1
                                : 0;
            }
        }
        return dated > 1 && valued * 10 >= dated * 9;
    }

    /**
     * Every row has lines of text above it, the first below the headings too, the last none below.
     */
    private boolean linesLeadRows() {
        List<RowLine> rows =
                grid.rows().stream().filter(row -> row.name() == Vocabulary.Name.NONE).toList();
        if (daysBelow || rows.size() < 2) {
            return false;
        }
        for (RowLine row : rows) {
            if (!isWrappedAt(row, row.line() - 1)) {
                return false;
            }
        }
        return !isWrappedAt(rows.getLast(), rows.getLast().line() + 1);
    }

    /** Whether a line of text stands there, in the same part of the page as a row beside it. */
    private boolean isWrappedAt(RowLine row, int at) {
        if (at < 0 || at >= grid.section().lines().size()) {
            return false;
        }
        TokenLine line = grid.section().lines().get(at);
        return line.strip() == row.tokens().strip()
                && line.money().isEmpty()
                && line.dates().isEmpty()
                && !grid.section().headerLines().contains(at)
                && Math.abs(gap(row.tokens(), line)) <= PITCH_HEIGHTS * line.box().height()
                && isWrapped(line);
    }

    /** Some date stands on a line of text alone, so rows end with their figures. */
    private boolean datedLinesBefore() {
        List<RowLine> rows = daysBelow ? List.of() : grid.rows();
        for (int i = 1; i < rows.size(); i++) {
            for (int at = rows.get(i - 1).line() + 1; at < rows.get(i).line(); at++) {
                TokenLine line = grid.section().lines().get(at);
                if (texts.startsWithDate(grid, line) && isWrapped(line)) {
                    return true;
                }
            }
        }
        return false;
    }
}
