package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Section;
import za.co.spikedata.engine.table.TokenLine;

/** Gives each row the lines of text that wrap below or above it. */
final class Descriptions {
    /** A wrapped line starts at most this far from where descriptions start, in points. */
    private static final double INDENT_POINTS = 14;

    /** Lines of one row are at most this many line heights apart. */
    private static final double PITCH_HEIGHTS = 2.6;

    private static final int MOST_LINES = 12;

    private final Grid grid;
    private final RowTexts texts;
    private final double left;
    private final boolean wrapsAbove;
    private final Map<Integer, List<TokenLine>> above = new HashMap<>();
    private final Map<Integer, List<TokenLine>> below = new HashMap<>();

    Descriptions(Grid grid, RowTexts texts) {
        this.grid = grid;
        this.texts = texts;
        this.left = texts.usualLeft(grid);
        this.wrapsAbove = datedLinesBefore();
        List<RowLine> rows = grid.rows();
        for (int i = 0; i < rows.size(); i++) {
            int from =
                    i == 0
                            ? Math.max(0, rows.get(i).line() - MOST_LINES)
                            : rows.get(i - 1).line() + 1;
            share(i - 1, i, from, rows.get(i).line());
        }
        if (!rows.isEmpty()) {
            int from = rows.getLast().line() + 1;
            int to = Math.min(from + MOST_LINES, grid.section().lines().size());
            share(rows.size() - 1, -1, from, to);
        }
    }

    /** Lines of text above the row, then below it; its own line is between them. */
    List<TokenLine> above(int row) {
        return above.getOrDefault(row, List.of());
    }

    List<TokenLine> below(int row) {
        return below.getOrDefault(row, List.of());
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
            if (texts.startsWithDate(grid, line) && dated < 0) {
                dated = wrapped.size();
            }
            wrapped.add(line);
        }
        if (wrapped.isEmpty()) {
            return;
        }
        int split = dated >= 0 ? dated : split(wrapped, upper, lower);
        give(below, upper, near(wrapped.subList(0, split), upper, false));
        give(above, lower, near(wrapped.subList(split, wrapped.size()), lower, true));
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
        boolean upperSpeaks = texts.speaks(grid, grid.rows().get(upper));
        boolean lowerSpeaks = texts.speaks(grid, grid.rows().get(lower));
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

    private List<TokenLine> near(List<TokenLine> lines, int row, boolean isAbove) {
        if (row < 0 || lines.isEmpty()) {
            return List.of();
        }
        var kept = new ArrayList<TokenLine>();
        TokenLine last = grid.rows().get(row).tokens();
        for (TokenLine line : isAbove ? lines.reversed() : lines) {
            double gap = Math.abs(line.box().bottom() - last.box().bottom());
            boolean sameStrip = line.strip() == last.strip();
            if (sameStrip && gap > PITCH_HEIGHTS * Math.max(line.box().height(), 6)) {
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

    private boolean isWrapped(TokenLine line) {
        double start = texts.textLeft(grid, line);
        return start > left - 3 && start < left + INDENT_POINTS;
    }

    /** Some date stands on a line of text alone, so rows end with their figures. */
    private boolean datedLinesBefore() {
        Section section = grid.section();
        if (grid.rows().isEmpty()) {
            return false;
        }
        var rowLines = new BitSet();
        grid.rows().forEach(row -> rowLines.set(row.line()));
        for (int i = grid.rows().getFirst().line(); i < grid.rows().getLast().line(); i++) {
            TokenLine line = section.lines().get(i);
            if (!rowLines.get(i) && texts.startsWithDate(grid, line) && isWrapped(line)) {
                return true;
            }
        }
        return false;
    }
}
