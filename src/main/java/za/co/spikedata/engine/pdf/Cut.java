package za.co.spikedata.engine.pdf;

import java.util.List;

/**
 * A clip of several rectangles.
 *
 * @param odd only what lies in an odd number of them is left
 */
record Cut(List<Area> parts, boolean odd) {
    /** Of what is cut off, at most this share may be left. */
    private static final double LEFT_OVER = 0.3;

    Cut {
        parts = List.copyOf(parts);
    }

    boolean leaves(Area area) {
        int in = 0;
        double share = 0;
        for (Area part : parts) {
            double here = area.shareIn(part);
            share += here;
            in += here >= LEFT_OVER ? 1 : 0;
        }
        return odd ? in % 2 == 1 : share >= LEFT_OVER;
    }
}
