package za.co.spikedata.engine.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import za.co.spikedata.engine.pdf.Paint.Dab;

/**
 * Marks that a paper is printed with: alike in size, in rows and columns, as the lines of a form,
 * dots and hatching are.
 */
final class Rasters {
    /** Fewer alike are no pattern. */
    private static final int FEWEST = 12;

    /** So many of the places where their rows and columns cross hold a mark. */
    private static final double FILLED = 0.6;

    /** Places and sizes that differ by less are the same, in points. */
    private static final double SAME = 0.5;

    private final Map<Form, Raster> rasters = new HashMap<>();

    Rasters(List<Dab> dabs) {
        for (Dab dab : dabs) {
            rasters.computeIfAbsent(Form.of(dab.area()), _ -> new Raster()).add(dab.area());
        }
    }

    boolean holds(Dab dab) {
        Raster raster = rasters.get(Form.of(dab.area()));
        return raster != null && raster.isRegular();
    }

    private record Form(long wide, long high) {
        static Form of(Area area) {
            return new Form(Math.round(area.width() / SAME), Math.round(area.height() / SAME));
        }
    }

    private record Spot(long x, long y) {}

    private static final class Raster {
        private final Set<Long> columns = new HashSet<>();
        private final Set<Long> rows = new HashSet<>();
        private final Set<Spot> marks = new HashSet<>();

        void add(Area area) {
            long x = Math.round(area.left() / SAME);
            long y = Math.round(area.bottom() / SAME);
            columns.add(x);
            rows.add(y);
            marks.add(new Spot(x, y));
        }

        boolean isRegular() {
            return marks.size() > FEWEST && marks.size() >= FILLED * columns.size() * rows.size();
        }
    }
}
