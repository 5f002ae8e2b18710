package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Section;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Reads one account's rows from several tables, such as its deposits, cheques and fees: their
 * titles or signs tell which way each moves the balance, and opening plus all rows is closing.
 */
public final class Joined {
    /** With more tables of untold direction chance becomes too likely a judge. */
    private static final int MOST_UNTOLD = 5;

    private static final int MOST_TABLES = 24;

    /** A title stands at most this many line heights above its table's headings. */
    private static final double TITLE_HEIGHTS = 4;

    private final List<TokenLine> lines;
    private final Ends ends;

    /**
     * @param lines of the whole document
     */
    public Joined(List<TokenLine> lines, Ends ends) {
        this.lines = lines;
        this.ends = ends;
    }

    /**
     * The one way in which all rows of the tables lead from opening to closing; nothing when there
     * is none, or several.
     *
     * @param tables in printed order
     */
    public Optional<Reading> find(List<Grid> tables) {
        List<Grid> moving = tables.stream().filter(Joined::moves).toList();
        if (moving.size() < 2 || moving.size() > MOST_TABLES) {
            return Optional.empty();
        }
        var amounts = new ArrayList<Integer>();
        for (Grid table : moving) {
            int column = amountColumn(table);
            if (column < 0) {
                return Optional.empty();
            }
            amounts.add(column);
        }
        Grid joined = joined(moving, amounts);
        var found = new ArrayList<Reading>();
        for (List<Integer> signs : partSigns(joined)) {
            for (MarkRule rule : Marks.of(joined.rows()).rules(0)) {
                var rules =
                        new Rules(-1, List.of(1), rule, MarkRule.PLAIN_AS_SIGNED, 1, false, signs);
                var segments = Chain.follow(joined.rows(), rules, ends.openings(), ends.closings());
                if (segments.size() == 1
                        && segments.getFirst().breaks().isEmpty()
                        && ends.meet(segments.getFirst().sum(), rules)) {
                    found.add(new Reading(joined, rules, segments));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Some row has a date, a figure and words or a number; a list of balances has not. */
    private static boolean moves(Grid table) {
        boolean listsBalances =
                table.section()
                        .header()
                        .filter(header ->
                                header.has(Heading.BALANCE) && !header.has(Heading.AMOUNT))
                        .isPresent();
        return !listsBalances
                && table.rows().stream().anyMatch(row -> isMovement(row) && !row.words().isEmpty());
    }

    private static boolean isMovement(RowLine row) {
        return row.isDated() && row.name() == Name.NONE;
    }

    /** The column every row fills; -1 when none or more than one may be meant. */
    private static int amountColumn(Grid table) {
        var full = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            boolean filled =
                    table.rows().stream()
                            .filter(Joined::isMovement)
                            .allMatch(row -> row.cells().get(column).isPresent());
            if (filled && !isHeaded(table.columns().get(i), Heading.BALANCE)) {
                full.add(i);
            }
        }
        List<Integer> headed =
                full.stream()
                        .filter(i -> isHeaded(table.columns().get(i), Heading.AMOUNT))
                        .toList();
        if (full.size() == 1) {
            return full.getFirst();
        }
        return headed.size() == 1 ? headed.getFirst() : -1;
    }

    private static boolean isHeaded(Column column, Heading heading) {
        return column.heading().filter(heading::equals).isPresent();
    }

    /** All rows in one column of one table; its parts are the parts of all tables. */
    private Grid joined(List<Grid> tables, List<Integer> amounts) {
        int first = tables.getFirst().section().firstLine();
        Section last = tables.getLast().section();
        Map<Integer, Double> shifts = new HashMap<>();
        var headings = new HashSet<Integer>();
        var rows = new ArrayList<RowLine>();
        var parts = new ArrayList<String>();
        for (int i = 0; i < tables.size(); i++) {
            Section section = tables.get(i).section();
            int from = section.firstLine() - first;
            section.headerLines().forEach(line -> headings.add(from + line));
            for (RowLine row : tables.get(i).rows()) {
                rows.add(row.in(from, parts.size(), List.of(row.cells().get(amounts.get(i)))));
            }
            List<String> own = tables.get(i).parts();
            parts.add(own.getFirst().isEmpty() ? title(section) : own.getFirst());
            parts.addAll(own.subList(1, own.size()));
        }
        var section =
                new Section(
                        first,
                        tables.getFirst().section().header(),
                        lines.subList(first, last.firstLine() + last.lines().size()),
                        shifts,
                        headings);
        Column amount = new Column(0, 0, 0, rows.size(), Optional.of(Heading.AMOUNT));
        return new Grid(
                section,
                tables.getFirst().dateLeft(),
                List.of(amount),
                rows,
                parts,
                tables.getFirst().edges(),
                tables);
    }

    /** The line of text right above a table. */
    private String title(Section section) {
        int at = section.firstLine() - 1;
        if (at < 0 || section.header().isEmpty()) {
            return "";
        }
        TokenLine above = lines.get(at);
        TokenLine heading = lines.get(section.firstLine());
        double gap = heading.box().top() - above.box().top();
        boolean near =
                above.page() == heading.page()
                        && gap > 0
                        && gap < TITLE_HEIGHTS * heading.box().height();
        return near && !above.isRow() ? above.printed() : "";
    }

    /** The signs each part may have, all parts' together. */
    private static List<List<Integer>> partSigns(Grid grid) {
        List<Integer> used =
                grid.rows().stream()
                        .filter(Joined::isMovement)
                        .map(RowLine::part)
                        .distinct()
                        .toList();
        List<Integer> untold = used.stream().filter(part -> told(grid, part) == 0).toList();
        List<Integer> bySide =
                used.stream()
                        .filter(part -> !isSigned(grid, part) && side(grid, part) != 0)
                        .toList();
        if (untold.size() > MOST_UNTOLD) {
            return List.of();
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int flip = 0; flip < (bySide.isEmpty() ? 1 : 2); flip++) {
            for (int mask = 0; mask < 1 << untold.size(); mask++) {
                var signs = new ArrayList<Integer>();
                for (int part = 0; part < grid.parts().size(); part++) {
                    int free = untold.indexOf(part);
                    boolean turned = flip == 1 && bySide.contains(part);
                    int sign =
                            free >= 0
                                    ? (mask >> free & 1) == 1 ? -1 : 1
                                    : used.contains(part) ? told(grid, part) : 1;
                    signs.add(turned ? -sign : sign);
                }
                all.add(signs);
            }
        }
        return all;
    }

    /** +1 where figures bear their signs, else what the title says; 0 when it says nothing. */
    private static int told(Grid grid, int part) {
        return isSigned(grid, part) ? 1 : side(grid, part);
    }

    private static int side(Grid grid, int part) {
        return Vocabulary.sideOfTitle(grid.parts().get(part));
    }

    private static boolean isSigned(Grid grid, int part) {
        return grid.rows().stream()
                .filter(row -> row.part() == part && isMovement(row))
                .flatMap(row -> row.cells().getFirst().stream())
                .anyMatch(MoneyToken::bearsSign);
    }
}
