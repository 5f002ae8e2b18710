package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import za.co.spikedata.engine.pdf.Paint.Fill;

/**
 * What is painted on a page, by the height at which it lies: of a chart of thousands of small areas
 * only those beside a glyph are looked at for it.
 */
final class Painted {
    /** Pages of fewer areas are looked through. */
    private static final int MANY = 2_000;

    /** In points, about the height of a line. */
    private static final double BAND = 16;

    private static final int BANDS = 128;

    /** Areas of more bands are looked at from everywhere. */
    private static final int TALL = 4;

    private final List<Fill> fills;

    /** Indexes of the areas in each band, and last of those that are tall. */
    private final List<List<Integer>> bands;

    /**
     * @param fills in the order in which they were painted
     */
    Painted(List<Fill> fills) {
        this.fills = fills;
        this.bands = fills.size() < MANY ? List.of() : banded(fills);
    }

    private static List<List<Integer>> banded(List<Fill> fills) {
        List<List<Integer>> bands =
                Stream.<List<Integer>>generate(ArrayList::new).limit(BANDS + 1).toList();
        for (int i = 0; i < fills.size(); i++) {
            int first = band(fills.get(i).area().bottom());
            int last = band(fills.get(i).area().top());
            if (last - first >= TALL) {
                bands.get(BANDS).add(i);
                continue;
            }
            for (int band = first; band <= last; band++) {
                bands.get(band).add(i);
            }
        }
        return bands;
    }

    /** Heights beyond the outermost bands are in these. */
    private static int band(double height) {
        return Math.clamp((long) Math.floor(height / BAND), 0, BANDS - 1);
    }

    /** All that may touch an area, and others; what was painted last comes first. */
    List<Fill> near(Area area) {
        if (bands.isEmpty()) {
            return fills.reversed();
        }
        var found = new TreeSet<>(bands.get(BANDS));
        for (int band = band(area.bottom()); band <= band(area.top()); band++) {
            found.addAll(bands.get(band));
        }
        return found.descendingSet().stream().map(fills::get).toList();
    }
}
