package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.pdf.Paint.Dab;

/**
 * Where something as small as a part of a digit is painted on a digit of a figure: a stroke makes
 * an 8 of a 3, and a speck of white takes it back. Rulings and frames are longer than a digit, and
 * marks that paper is printed with stand on very many.
 */
final class Retouched {
    private static final double WEIGHT = 0.6;

    /** A page that shows more of them is printed that way. */
    private static final int MOST = 12;

    /** What is painted is at least as long as this share of the digit's size: dots are smaller. */
    private static final double SHORTEST = 0.2;

    /** Nor is it much wider or higher than the digit. */
    private static final double LARGEST = 1.15;

    /** So much of it lies within the digit. */
    private static final double WITHIN = 0.6;

    /** What fills more of the digit than this is another digit, or the same as an outline. */
    private static final double WHOLE = 0.55;

    private final Ink ink;
    private final List<Dab> dabs;

    private Retouched(Ink ink, List<Dab> dabs) {
        this.ink = ink;
        this.dabs = dabs;
    }

    static List<Signal> of(Ink ink, Paint paint, int page, UprightPage upright) {
        if (paint.dabs().isEmpty()) {
            return List.of();
        }
        var sorted = new ArrayList<>(paint.dabs());
        sorted.sort(Comparator.comparingDouble(each -> each.area().bottom()));
        List<Area> touched = new Retouched(ink, sorted).touched(paint.runs());
        return touched.size() > MOST
                ? List.of()
                : touched.stream().map(area -> signal(area, page, upright)).toList();
    }

    private static Signal signal(Area area, int page, UprightPage upright) {
        return new Signal(
                Sign.RETOUCHED_DIGIT, Optional.of(new Place(page, upright.box(area))), WEIGHT);
    }

    private List<Area> touched(List<Paint.Run> runs) {
        boolean[] figures = figures();
        var touched = new ArrayList<Area>();
        for (Paint.Run run : runs) {
            for (int i = run.from(); i < run.to() && touched.size() <= MOST; i++) {
                if (figures[i] && isTouched(i, run.look().fill())) {
                    touched.add(Unseen.area(ink, i));
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
                figures[i] = ink.isSeen(i) && ink.text(i).chars().allMatch(Character::isDigit);
            }
        }
    }

    private boolean isTouched(int digit, int color) {
        Area body = Unseen.area(ink, digit);
        double reach = ink.size(digit) * LARGEST;
        for (int i = firstFrom(body.bottom() - reach); i < dabs.size(); i++) {
            Dab dab = dabs.get(i);
            if (dab.area().bottom() > body.top()) {
                return false;
            }
            boolean seen = dab.from() > digit || Tint.isAlike(dab.color(), color);
            if (seen && changes(body, dab.area(), ink.size(digit))) {
                return true;
            }
        }
        return false;
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

    /** Index of the first whose bottom is no lower. */
    private int firstFrom(double bottom) {
        int low = 0;
        int high = dabs.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (dabs.get(middle).area().bottom() < bottom) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
