package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
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
    Iterable<Fill> near(Area area) {
        if (bands.isEmpty()) {
            return fills.reversed();
        }
        var beside = new ArrayList<List<Integer>>();
        beside.add(bands.get(BANDS));
        for (int band = band(area.bottom()); band <= band(area.top()); band++) {
            beside.add(bands.get(band));
        }
        return () -> new Downwards(beside);
    }

    /** What is left of a band, its last index first. */
    private record Rest(List<Integer> band, int count) {
        int last() {
            return band.get(count - 1);
        }
    }

    /** Goes through bands together and no further than it is asked to; each area comes once. */
    private final class Downwards implements Iterator<Fill> {
        private final PriorityQueue<Rest> rests =
                new PriorityQueue<>(Comparator.comparingInt(Rest::last).reversed());

        Downwards(List<List<Integer>> bands) {
            bands.forEach(band -> keep(new Rest(band, band.size())));
        }

        private void keep(Rest rest) {
            if (rest.count() > 0) {
                rests.add(rest);
            }
        }

        @Override
        public boolean hasNext() {
            return !rests.isEmpty();
        }

        @Override
        public Fill next() {
            int last = rests.element().last();
            while (!rests.isEmpty() && rests.element().last() == last) {
                Rest rest = rests.remove();
                keep(new Rest(rest.band(), rest.count() - 1));
            }
            return fills.get(last);
        }
    }
}
