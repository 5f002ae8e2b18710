package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Place;

/**
 * A figure that stands in the file and that nobody sees. Banks hide marks for their machines, but
 * no amounts.
 *
 * @param covered something was painted over it
 * @param replaced another figure is seen in its place
 */
record Unseen(Area area, boolean covered, boolean replaced) {
    private static final double REPLACED_WEIGHT = 1;
    private static final double COVERED_WEIGHT = 0.6;
    private static final double HIDDEN_WEIGHT = 0.5;

    /** Height of a figure as a share of its size. */
    private static final double HEIGHT = 0.7;

    /** Glyphs this share of their size apart are of one word. */
    private static final double APART = 0.3;

    /** More than these on a page tell no more. */
    private static final int MOST = 12;

    Signal signal(int page, UprightPage upright) {
        double weight = replaced ? REPLACED_WEIGHT : covered ? COVERED_WEIGHT : HIDDEN_WEIGHT;
        Sign sign = covered ? Sign.COVERED_TEXT : Sign.HIDDEN_TEXT;
        return new Signal(sign, Optional.of(new Place(page, upright.box(area))), weight);
    }

    static List<Unseen> of(Ink ink, Sight.@Nullable Why[] whys) {
        var found = new ArrayList<Unseen>();
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= whys.length && found.size() < MOST; i++) {
            boolean goes = i < whys.length && whys[i] != null && !ink.isBlank(i);
            if (!text.isEmpty() && (!goes || whys[i] != whys[from] || !follows(ink, i))) {
                figure(ink, whys, from, text.toString()).ifPresent(found::add);
                text.setLength(0);
            }
            if (goes) {
                from = text.isEmpty() ? i : from;
                text.append(ink.text(i));
            }
        }
        return found;
    }

    /** Whether a glyph goes on with the word of the one before it. */
    static boolean follows(Ink ink, int index) {
        Area one = area(ink, index - 1);
        return one.grown(ink.size(index) * APART).touches(area(ink, index))
                && ink.degrees(index) == ink.degrees(index - 1);
    }

    private static Optional<Unseen> figure(
            Ink ink, Sight.@Nullable Why[] whys, int from, String text) {
        if (!FigureText.isFigure(text) || ink.degrees(from) == Ink.SLANTED) {
            return Optional.empty();
        }
        Area area = Area.NOTHING;
        for (int i = from; i < from + text.length() && i < whys.length && whys[i] != null; i++) {
            area = area.with(area(ink, i));
        }
        String seen = seen(ink, whys, area);
        boolean covered =
                whys[from] == Sight.Why.UNDER_PAINT || whys[from] == Sight.Why.UNDER_PICTURE;
        return seen.equals(text)
                ? Optional.empty()
                : Optional.of(
                        new Unseen(
                                area,
                                covered,
                                seen.chars().filter(Character::isDigit).count() > 1));
    }

    /** What is seen where a figure is hidden. */
    private static String seen(Ink ink, Sight.@Nullable Why[] whys, Area area) {
        var seen = new StringBuilder();
        for (int i = 0; i < whys.length; i++) {
            if (whys[i] == null && !ink.isBlank(i) && area(ink, i).shareIn(area) > 0.5) {
                seen.append(ink.text(i));
            }
        }
        return seen.toString();
    }

    /** What a glyph's body takes of the page. */
    static Area area(Ink ink, int index) {
        double x = ink.x(index);
        double y = ink.y(index);
        double wide = Math.max(ink.width(index), 0.01);
        double high = HEIGHT * ink.size(index);
        return switch (ink.degrees(index)) {
            case 90 -> new Area(x - high, y, x, y + wide);
            case 180 -> new Area(x - wide, y - high, x, y);
            case 270 -> new Area(x, y - wide, x + high, y);
            default -> new Area(x, y, x + wide, y + high);
        };
    }
}
