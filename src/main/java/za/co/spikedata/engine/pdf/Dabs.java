package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.pdf.Paint.Dab;

/**
 * What a page paints that is no larger than a letter. Once they are too many only those are kept
 * that lie where digits are drawn already, the last of them rather than the first: who paints
 * thousands beside the text hides none on it. Where others were left out is remembered.
 */
final class Dabs {
    private static final int MOST = 100_000;

    /** Shorter than any part of a digit that can be read, in points. */
    private static final double SHORTEST = 0.4;

    /** Larger digits have no parts as small as these, in points. */
    private static final double LARGEST_DIGIT = 120;

    private final Ink ink;
    private final Set<Cell> digits = new HashSet<>();
    private final Set<Cell> thinned = new HashSet<>();
    private List<Dab> kept = new ArrayList<>();

    /** Glyphs up to this one are among the digits. */
    private int known;

    Dabs(Ink ink) {
        this.ink = ink;
    }

    void add(Dab dab) {
        if (Math.max(dab.area().width(), dab.area().height()) < SHORTEST) {
            return;
        }
        if (kept.size() == MOST) {
            thin();
        }
        kept.add(dab);
    }

    /** Those that are kept. */
    List<Dab> all() {
        return kept;
    }

    /** Whether some of a place were left out. */
    boolean areThinned(Cell cell) {
        return thinned.size() == MOST || thinned.contains(cell);
    }

    private void thin() {
        for (; known < ink.count(); known++) {
            Area body = Unseen.area(ink, known);
            if (isDigit(ink, known) && isSmall(body)) {
                digits.addAll(Cell.of(body));
            }
        }
        var left = new ArrayList<Dab>();
        for (Dab dab : kept) {
            Cell cell = Cell.at(dab.area());
            if (digits.contains(cell)) {
                left.add(dab);
            } else {
                leaveOut(cell);
            }
        }
        int first = Math.max(0, left.size() - MOST / 2);
        left.subList(0, first).forEach(dab -> leaveOut(Cell.at(dab.area())));
        kept = new ArrayList<>(left.subList(first, left.size()));
    }

    private void leaveOut(Cell cell) {
        if (thinned.size() < MOST) {
            thinned.add(cell);
        }
    }

    static boolean isDigit(Ink ink, int index) {
        return !ink.isBlank(index) && ink.text(index).chars().allMatch(Character::isDigit);
    }

    /** Whether parts that can be painted on a digit of this body are seen. */
    static boolean isSmall(Area body) {
        return Math.max(body.width(), body.height()) <= LARGEST_DIGIT;
    }

    /** A square of the page that as much as a digit covers few of. */
    record Cell(int x, int y) {
        private static final double SIDE = 8;

        /** Where the middle of an area lies. */
        static Cell at(Area area) {
            return at((area.left() + area.right()) / 2, (area.bottom() + area.top()) / 2);
        }

        private static Cell at(double x, double y) {
            return new Cell((int) Math.floor(x / SIDE), (int) Math.floor(y / SIDE));
        }

        /** All that a {@link #isSmall small} area lies on. */
        static List<Cell> of(Area area) {
            Cell first = at(area.left(), area.bottom());
            Cell last = at(area.right(), area.top());
            var cells = new ArrayList<Cell>();
            for (int x = first.x; x <= last.x; x++) {
                for (int y = first.y; y <= last.y; y++) {
                    cells.add(new Cell(x, y));
                }
            }
            return cells;
        }
    }
}
