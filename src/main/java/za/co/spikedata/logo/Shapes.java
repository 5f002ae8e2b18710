package za.co.spikedata.logo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import za.co.spikedata.palette.Colour;

/**
 * What of a logo is lost on a ground: pixels like the ground that nothing unlike it keeps apart
 * from what is around the logo. White within a dark disc is not lost on white, nor is a white tile
 * with a dark mark within it: the mark is what readers see.
 */
final class Shapes {
    /** WCAG 2.2, 1.4.11. */
    private static final double LEAST_CONTRAST = 3;

    /** Of a shape; a mark on a tile is at least this much of it. */
    private static final double LEAST_MARK = 0.05;

    /** Of a mark; one that is drawn on a tile touches next to nothing beside it. */
    private static final double MOST_OUTSIDE = 0.1;

    private static final int SIDE = Raster.SIDE;

    private final Raster raster;
    private final boolean[] alike = new boolean[SIDE * SIDE];
    private final boolean[] around = new boolean[SIDE * SIDE];

    Shapes(Raster raster, Colour ground) {
        this.raster = raster;
        for (int at = 0; at < alike.length; at++) {
            alike[at] = raster.over(at, ground).contrast(ground) < LEAST_CONTRAST;
        }
        var seen = new boolean[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int edge : new int[] {i, (SIDE - 1) * SIDE + i, i * SIDE, i * SIDE + SIDE - 1}) {
                filled(edge, seen, at -> alike[at]).forEach(at -> around[at] = true);
            }
        }
    }

    /** From 0 to 1, of all that is drawn. */
    double lost() {
        var seen = new boolean[SIDE * SIDE];
        int drawn = 0;
        int lost = 0;
        for (int at = 0; at < SIDE * SIDE; at++) {
            var shape = filled(at, seen, raster::isDrawn);
            drawn += shape.size();
            lost += isTile(shape) ? 0 : (int) shape.stream().filter(each -> around[each]).count();
        }
        return drawn == 0 ? 0 : lost / (double) drawn;
    }

    private boolean isTile(List<Integer> shape) {
        var mark = shape.stream().filter(at -> !alike[at]).toList();
        long outside = mark.stream().filter(this::isAtEdge).count();
        return !mark.isEmpty()
                && mark.size() >= shape.size() * LEAST_MARK
                && outside <= mark.size() * MOST_OUTSIDE;
    }

    private boolean isAtEdge(int at) {
        var beside = beside(at);
        return beside.size() < 4 || beside.stream().anyMatch(each -> !raster.isDrawn(each));
    }

    /** All that is reached from a pixel over pixels of its kind and was not before. */
    private static List<Integer> filled(int from, boolean[] seen, IntPredicate kind) {
        var filled = new ArrayList<Integer>();
        var next = new ArrayDeque<Integer>(List.of(from));
        while (!next.isEmpty()) {
            int at = next.pop();
            if (!seen[at] && kind.test(at)) {
                seen[at] = true;
                filled.add(at);
                next.addAll(beside(at));
            }
        }
        return filled;
    }

    private static List<Integer> beside(int at) {
        var beside = new ArrayList<Integer>(4);
        if (at % SIDE > 0) {
            beside.add(at - 1);
        }
        if (at % SIDE < SIDE - 1) {
            beside.add(at + 1);
        }
        if (at >= SIDE) {
            beside.add(at - SIDE);
        }
        if (at < SIDE * (SIDE - 1)) {
            beside.add(at + SIDE);
        }
        return beside;
    }
}
