package za.co.spikedata.engine.csv;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.csv.CsvLayout.Column;
import za.co.spikedata.engine.csv.CsvLayout.Shape;

/** Finds the layout that a file is written in, and reads its rows by it. */
public final class CsvReader {
    private final List<CsvLayout> layouts;
    private final CsvLayout.Labels labels;

    public CsvReader(List<CsvLayout> layouts, CsvLayout.Labels labels) {
        this.layouts = List.copyOf(layouts);
        this.labels = labels;
    }

    /** A layout with the shape of it that fits, and the line its rows begin at. */
    record Claim(CsvLayout layout, Shape shape, int from) {}

    public CsvRead read(byte[] file) {
        return CsvLines.of(file).map(this::read).orElseGet(CsvRead.Unknown::new);
    }

    private CsvRead read(List<List<String>> lines) {
        var claims = new ArrayList<Claim>();
        for (var layout : layouts) {
            layout.shapes().stream()
                    .flatMap(shape -> claim(layout, shape, lines).stream())
                    .findFirst()
                    .ifPresent(claims::add);
        }
        if (claims.size() > 1) {
            return new CsvRead.Several(claims.stream().map(claim -> claim.layout().id()).toList());
        }
        if (claims.isEmpty()) {
            return new CsvRead.Unknown();
        }
        var table = new CsvTable(claims.getFirst(), labels, lines).read();
        return table.rows().isEmpty() && table.whole() ? new CsvRead.Unknown() : table;
    }

    private static List<Claim> claim(CsvLayout layout, Shape shape, List<List<String>> lines) {
        boolean isMarked =
                shape.marks().stream()
                        .allMatch(mark ->
                                lines.stream()
                                        .anyMatch(line ->
                                                CsvCells.label(line.getFirst()).equals(mark)));
        if (!isMarked) {
            return List.of();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!shape.headings().isEmpty() && isHeading(shape, lines.get(i))) {
                return List.of(new Claim(layout, shape, i + 1));
            }
            if (shape.headings().isEmpty() && isRow(shape, lines.get(i))) {
                return List.of(new Claim(layout, shape, i));
            }
        }
        return List.of();
    }

    static boolean isHeading(Shape shape, List<String> line) {
        return trimmed(line).stream().map(CsvCells::label).toList().equals(shape.headings());
    }

    /** Spreadsheets fill lines up to the longest. */
    static List<String> trimmed(List<String> line) {
        int end = line.size();
        while (end > 0 && line.get(end - 1).isEmpty()) {
            end--;
        }
        return line.subList(0, end);
    }

    /** Whether every cell holds what its column says. */
    static boolean isRow(Shape shape, List<String> line) {
        var cells = trimmed(line);
        if (cells.size() > shape.columns().size()
                || !shape.lead().isEmpty()
                        && !CsvCells.label(line.getFirst()).equals(shape.lead())) {
            return false;
        }
        for (int i = 0; i < shape.columns().size(); i++) {
            var cell = i < cells.size() ? cells.get(i) : "";
            if (!holds(shape.columns().get(i), cell)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Column column, String cell) {
        return switch (column) {
            case DATE, OTHER_DATE -> CsvCells.date(cell).isPresent();
            case AMOUNT, IN, OUT, FEE, BALANCE ->
                    cell.isEmpty() || CsvCells.money(cell).isPresent();
            case TEXT -> CsvCells.date(cell).isEmpty();
            case ACCOUNT, SKIP -> true;
        };
    }
}
