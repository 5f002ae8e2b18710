package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the columns figures stand in: figures of one column overlap, those of two do not. */
final class Columns {
    /** More columns than this are never searched; the best supported are kept. */
    private static final int MOST_COLUMNS = 7;

    /** With fewer columns than this, one found from a single figure is worth a try. */
    private static final int FEW_COLUMNS = 4;

    /** Left edges are sorted in steps of this share of a point. */
    private static final double STEPS = 256;

    /** A figure with the line it stands in, its edges freed of the strip's shift. */
    record Placed(MoneyToken token, int line, double left, double right) {}

    private Columns() {}

    static List<Column> of(Section section, DateColumns dates) {
        List<Placed> placed = placed(section, dates);
        var columns = new ArrayList<Column>();
        for (List<Placed> group : overlapping(placed)) {
            if (isOneColumn(group)) {
                columns.add(column(section, group));
            } else {
                parts(group).forEach(part -> columns.add(column(section, part)));
            }
        }
        columns.removeIf(column -> isOfNotes(column, placed, section, dates));
        columns.removeAll(Boxes.of(columns, placed, section, dates));
        boolean many = columns.size() >= FEW_COLUMNS;
        columns.removeIf(column ->
                many
                        && column.support() < 2
                        && !isUnderMoney(column)
                        && !completesRow(column, placed, section, dates));
        columns.sort(Comparator.comparingInt(Column::support).reversed());
        List<Column> kept =
                new ArrayList<>(columns.subList(0, Math.min(MOST_COLUMNS, columns.size())));
        kept.sort(Comparator.comparingDouble(Column::maxRight));
        return List.copyOf(kept);
    }

    /** Its one figure stands in a dated row beside a single other, which may be its balance. */
    private static boolean completesRow(
            Column column, List<Placed> placed, Section section, DateColumns dates) {
        return placed.stream()
                .filter(each ->
                        each.left == column.left()
                                && each.right == column.maxRight()
                                && !each.token.magnitude().isZero())
                .findFirst()
                .filter(each -> placed.stream().filter(one -> one.line == each.line).count() == 2)
                .map(each -> section.lines().get(each.line))
                .filter(line -> dates.bookedIn(line, section.shift(line)).isPresent())
                .isPresent();
    }

    /**
     * Figures among descriptions, alone on lines without a date, left of every heading of money.
     */
    private static boolean isOfNotes(
            Column column, List<Placed> placed, Section section, DateColumns dates) {
        boolean isLeft =
                section.header().isPresent()
                        && section.header().get().labels().stream()
                                .filter(label -> label.heading().isMoney())
                                .allMatch(label -> label.left() > column.maxRight());
        return isLeft
                && placed.stream()
                        .filter(each ->
                                each.left >= column.left() && each.right <= column.maxRight())
                        .map(each -> section.lines().get(each.line))
                        .allMatch(line ->
                                line.money().size() == 1
                                        && dates.bookedIn(line, section.shift(line)).isEmpty());
    }

    private static boolean isUnderMoney(Column column) {
        return column.heading().isPresent() && column.heading().get().isMoney();
    }

    private static List<Placed> placed(Section section, DateColumns dates) {
        List<Placed> free = placed(section, dates, false);
        return free.isEmpty() ? placed(section, dates, true) : free;
    }

    private static List<Placed> placed(Section section, DateColumns dates, boolean embedded) {
        var placed = new ArrayList<Placed>(section.lines().size() * 2);
        boolean anyStrong = section.lines().stream().anyMatch(TokenLine::hasStrongMoney);
        int last = lastDated(section, dates);
        boolean begun = false;
        for (int i = 0; i <= last; i++) {
            TokenLine line = section.lines().get(i);
            double shift = section.shift(line);
            boolean dated = dates.bookedIn(line, shift).isPresent();
            begun |= dated;
            boolean inTable = dated || section.header().isPresent() || begun && hasTwo(line);
            if (inTable && (anyStrong || dated)) {
                place(line, i, shift, anyStrong, embedded, dates, placed);
            }
        }
        return placed;
    }

    private static void place(
            TokenLine line,
            int index,
            double shift,
            boolean strong,
            boolean embedded,
            DateColumns dates,
            List<Placed> placed) {
        for (MoneyToken token : line.money()) {
            if ((token.strong() || !strong)
                    && (embedded || !token.embedded())
                    && !dates.hold(line, token, shift)) {
                double left = token.box().left() - shift;
                double right = token.box().right() - shift;
                placed.add(new Placed(token, index, left, right));
            }
        }
    }

    /** An amount and a balance, as on a row whose date is printed once for several. */
    private static boolean hasTwo(TokenLine line) {
        return line.money().stream().filter(each -> each.strong() && !each.embedded()).count() > 1;
    }

    private static int lastDated(Section section, DateColumns dates) {
        for (int i = section.lines().size() - 1; i >= 0; i--) {
            TokenLine line = section.lines().get(i);
            if (dates.bookedIn(line, section.shift(line)).isPresent()) {
                return throughClosing(section, i, Math.min(i + 4, section.lines().size() - 1));
            }
        }
        return -1;
    }

    /** Figures below a closing balance are no longer the table's. */
    private static int throughClosing(Section section, int from, int to) {
        for (int i = from; i < to; i++) {
            TokenLine line = section.lines().get(i);
            if (line.hasStrongMoney() && line.name() == Vocabulary.Name.CLOSING) {
                return i;
            }
        }
        return to;
    }

    private static List<List<Placed>> overlapping(List<Placed> placed) {
        long[] order = new long[placed.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) Math.rint(placed.get(i).left * STEPS) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        var groups = new ArrayList<List<Placed>>();
        double reach = Double.NEGATIVE_INFINITY;
        for (long index : order) {
            Placed each = placed.get((int) index);
            if (each.left > reach) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(each);
            reach = Math.max(reach, each.right);
        }
        return groups;
    }

    private static boolean isOneColumn(List<Placed> group) {
        var lines = new BitSet();
        for (Placed each : group) {
            if (lines.get(each.line)) {
                return false;
            }
            lines.set(each.line);
        }
        return true;
    }

    /**
     * Columns whose widest figures reach into their neighbours: told apart by the fullest lines.
     */
    private static List<List<Placed>> parts(List<Placed> group) {
        Map<Integer, List<Placed>> lines = new TreeMap<>();
        group.forEach(each -> lines.computeIfAbsent(each.line, _ -> new ArrayList<>()).add(each));
        int most = lines.values().stream().mapToInt(List::size).max().orElse(1);
        List<List<Placed>> full =
                lines.values().stream().filter(line -> line.size() == most).toList();
        double[] edges = new double[most];
        for (int i = 0; i < most; i++) {
            int column = i;
            double[] rights =
                    full.stream().mapToDouble(line -> line.get(column).right).sorted().toArray();
            edges[i] = rights[rights.length / 2];
        }
        var parts = new ArrayList<List<Placed>>();
        for (int i = 0; i < most; i++) {
            parts.add(new ArrayList<>());
        }
        for (Placed each : group) {
            int nearest = 0;
            for (int i = 1; i < most; i++) {
                boolean nearer =
                        Math.abs(edges[i] - each.right) < Math.abs(edges[nearest] - each.right);
                nearest = nearer ? i : nearest;
            }
            parts.get(nearest).add(each);
        }
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private static Column column(Section section, List<Placed> group) {
        double left = Double.MAX_VALUE;
        double minRight = Double.MAX_VALUE;
        double maxRight = 0;
        for (Placed each : group) {
            left = Math.min(left, each.left);
            minRight = Math.min(minRight, each.right);
            maxRight = Math.max(maxRight, each.right);
        }
        Optional<Heading> heading = heading(section, left, maxRight);
        return new Column(left, minRight, maxRight, group.size(), heading);
    }

    /** The heading of figures that shares most of the column's width. */
    private static Optional<Heading> heading(Section section, double left, double right) {
        return section.header().stream()
                .flatMap(header -> header.labels().stream())
                .filter(label -> label.left() < right + 3 && label.right() > left - 3)
                .filter(label -> label.heading().isMoney())
                .max(
                        Comparator.comparingDouble(label ->
                                Math.min(label.right(), right) - Math.max(label.left(), left)))
                .map(Header.Label::heading);
    }
}
