package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.pdf.Paint.Dab;

/**
 * Where something as small as a part of a digit is painted on a digit of a figure: a stroke makes
 * an 8 of a 3, and a speck of white takes it back. Rulings and frames are longer than a digit, and
 * marks that paper is printed with stand on very many, in rows and columns.
 */
final class Retouched {
    private static final double WEIGHT = 0.6;

    /** A page that shows more of them is printed that way, or tells of all at once. */
    private static final int MOST = 12;

    /** What is painted is at least as long as this share of the digit's size: dots are smaller. */
    private static final double SHORTEST = 0.2;

    /** Nor is it much wider or higher than the digit. */
    private static final double LARGEST = 1.15;

    /** So much of it lies within the digit. */
    private static final double WITHIN = 0.6;

    /** What fills more of the digit than this is another digit, or the same as an outline. */
    private static final double WHOLE = 0.55;

    /**
     * Comparisons of digits with marks that one page may cost; papers take a hundredth. A page that
     * costs more buries its digits in marks.
     */
    private static final int MOST_TESTS = 4_000_000;

    /** A digit and what is painted on it. */
    private record Touch(Area digit, Dab dab) {}

    private final Ink ink;
    private final Dabs dabs;
    private final Map<Dabs.Cell, List<Dab>> placed = new HashMap<>();
    private int tests;

    /** Marks on a digit were too many to be kept. */
    private boolean thinned;

    private Retouched(Ink ink, Dabs dabs) {
        this.ink = ink;
        this.dabs = dabs;
        for (Dab dab : dabs.all()) {
            placed.computeIfAbsent(Dabs.Cell.at(dab.area()), _ -> new ArrayList<>()).add(dab);
        }
    }

    /**
     * What a page tells.
     *
     * @throws Budget.Spent once many pages cost too much
     */
    static List<Signal> of(Ink ink, Paint paint, Budget budget, int page, UprightPage upright) {
        if (paint.dabs().all().isEmpty()) {
            return List.of();
        }
        var retouched = new Retouched(ink, paint.dabs());
        List<Touch> touched = retouched.touched(paint.runs());
        budget.compared(retouched.tests);
        if (retouched.tests > MOST_TESTS || retouched.thinned) {
            return List.of(new Signal(Sign.RETOUCHED_DIGIT, Optional.empty(), WEIGHT));
        }
        if (touched.size() <= MOST) {
            return touched.stream().map(each -> signal(each.digit, page, upright)).toList();
        }
        var rasters = new Rasters(paint.dabs().all());
        return touched.stream()
                .filter(each -> !rasters.holds(each.dab))
                .map(Touch::digit)
                .reduce(Area::with)
                .map(all -> signal(all, page, upright))
                .stream()
                .toList();
    }

    private static Signal signal(Area area, int page, UprightPage upright) {
        return new Signal(
                Sign.RETOUCHED_DIGIT, Optional.of(new Place(page, upright.box(area))), WEIGHT);
    }

    private List<Touch> touched(List<Paint.Run> runs) {
        boolean[] figures = figures();
        var touched = new ArrayList<Touch>();
        for (Paint.Run run : runs) {
            for (int i = run.from(); i < run.to() && tests <= MOST_TESTS; i++) {
                if (figures[i]) {
                    touch(i, run.look().fill()).ifPresent(touched::add);
                }
            }
        }
        return touched;
    }

    /** For each glyph, whether it is a digit of a figure that is seen. */
    private boolean[] figures() {
        boolean[] figures = new boolean[ink.count()];
        int from = 0;
        for (int i = 1; i <= ink.count(); i++) {
            if (i == ink.count() || ink.isBlank(i) || !Unseen.follows(ink, i)) {
                mark(figures, from, i);
                from = i;
            }
        }
        return figures;
    }

    private void mark(boolean[] figures, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(ink.isBlank(i) ? "" : ink.text(i));
        }
        if (ink.degrees(from) != Ink.SLANTED && FigureText.isFigure(text.toString())) {
            for (int i = from; i < to; i++) {
                figures[i] = ink.isSeen(i) && Dabs.isDigit(ink, i);
            }
        }
    }

    private Optional<Touch> touch(int digit, int color) {
        double size = ink.size(digit);
        Area body = Unseen.area(ink, digit);
        if (!Dabs.isSmall(body)) {
            return Optional.empty();
        }
        for (Dabs.Cell cell : Dabs.Cell.of(body)) {
            thinned |= dabs.areThinned(cell);
            List<Dab> near = placed.getOrDefault(cell, List.of());
            tests += 1 + near.size();
            for (Dab dab : near) {
                boolean seen = dab.from() > digit || Tint.isAlike(dab.color(), color);
                if (seen && changes(body, dab.area(), size)) {
                    return Optional.of(new Touch(body, dab));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean changes(Area body, Area dab, double size) {
        double x = (dab.left() + dab.right()) / 2;
        double y = (dab.bottom() + dab.top()) / 2;
        return body.holds(x, y)
                && Math.max(dab.width(), dab.height()) >= SHORTEST * size
                && dab.width() <= LARGEST * body.width()
                && dab.height() <= LARGEST * body.height()
                && dab.size() < WHOLE * body.size()
                && dab.shareIn(body) >= WITHIN;
    }
}
