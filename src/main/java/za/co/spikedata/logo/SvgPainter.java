package za.co.spikedata.logo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Draws shapes and colours; near enough to tell which colours lie where. A gradient is drawn as the
 * mean of its colours, and nothing is clipped.
 */
final class SvgPainter {
    private static final double USUAL_SIDE = 100;
    private static final Color CLEAR = new Color(0, true);

    /** Of the whole drawing; what comes after them changes little of what is seen at this size. */
    private static final int MOST_SEGMENTS = 3_000;

    private final SvgElement root;
    private final Map<String, Color> gradients = new HashMap<>();
    private int left = MOST_SEGMENTS;

    SvgPainter(SvgElement root) {
        this.root = root;
        collect(root, Color.BLACK);
    }

    /**
     * What an element hands on to those within it.
     *
     * @param current what {@code currentColor} says
     * @param fill empty: none
     */
    private record Ink(
            Color current,
            Optional<Color> fill,
            Optional<Color> stroke,
            double width,
            double opacity,
            double fillOpacity,
            double strokeOpacity,
            boolean isEvenOdd) {
        static final Ink FIRST =
                new Ink(Color.BLACK, Optional.of(Color.BLACK), Optional.empty(), 1, 1, 1, 1, false);
    }

    void paint(Graphics2D graphics, int side) {
        var box = SvgNumbers.all(root.attribute("viewBox"));
        double width = SvgNumbers.one(root.attribute("width"), USUAL_SIDE, USUAL_SIDE);
        double height = SvgNumbers.one(root.attribute("height"), USUAL_SIDE, USUAL_SIDE);
        var place = box.size() == 4 ? box : List.of(0.0, 0.0, width, height);
        double longest = Math.max(place.get(2), place.get(3));
        if (longest <= 0) {
            return;
        }
        double factor = side / longest;
        graphics.translate(
                (side - place.get(2) * factor) / 2 - place.get(0) * factor,
                (side - place.get(3) * factor) / 2 - place.get(1) * factor);
        graphics.scale(factor, factor);
        paint(graphics, root, Ink.FIRST);
    }

    private void paint(Graphics2D graphics, SvgElement element, Ink above) {
        if (element.attribute("display").equals("none")
                || element.attribute("visibility").equals("hidden")) {
            return;
        }
        var ink = ink(element, above);
        var before = graphics.getTransform();
        graphics.transform(SvgNumbers.transform(element.attribute("transform")));
        shape(element, ink).ifPresent(shape -> draw(graphics, shape, ink));
        if (element.name().equals("svg") || element.name().equals("g")) {
            element.children().forEach(child -> paint(graphics, child, ink));
        }
        graphics.setTransform(before);
    }

    private Ink ink(SvgElement element, Ink above) {
        var current = current(element, above.current());
        return new Ink(
                current,
                paint(element.attribute("fill"), above.fill(), current),
                paint(element.attribute("stroke"), above.stroke(), current),
                SvgNumbers.one(element.attribute("stroke-width"), above.width(), USUAL_SIDE),
                above.opacity() * part(element.attribute("opacity"), 1),
                part(element.attribute("fill-opacity"), above.fillOpacity()),
                part(element.attribute("stroke-opacity"), above.strokeOpacity()),
                element.attribute("fill-rule").isEmpty()
                        ? above.isEvenOdd()
                        : element.attribute("fill-rule").equals("evenodd"));
    }

    private static double part(String text, double usual) {
        return Math.clamp(SvgNumbers.one(text, usual, 1), 0, 1);
    }

    private Optional<Color> paint(String written, Optional<Color> above, Color current) {
        var said = written.toLowerCase(Locale.ROOT);
        if (said.isEmpty() || said.equals("inherit")) {
            return above;
        }
        if (said.equals("none") || said.equals("transparent")) {
            return Optional.empty();
        }
        if (said.startsWith("url(#")) {
            return Optional.ofNullable(gradients.get(written.substring(5, said.length() - 1)));
        }
        return Optional.of(colour(said, current));
    }

    private static Color current(SvgElement element, Color above) {
        return colour(element.attribute("color"), above);
    }

    /** What is said, or what is in force where nothing of its own is. */
    private static Color colour(String said, Color current) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "", "inherit", "currentcolor", "none" -> current;
            case "transparent" -> CLEAR;
            default -> SvgColours.of(said);
        };
    }

    private static void draw(Graphics2D graphics, Shape shape, Ink ink) {
        ink.fill()
                .ifPresent(colour -> {
                    inked(graphics, colour, ink.opacity() * ink.fillOpacity());
                    graphics.fill(shape);
                });
        if (ink.width() > 0) {
            ink.stroke()
                    .ifPresent(colour -> {
                        inked(graphics, colour, ink.opacity() * ink.strokeOpacity());
                        graphics.setStroke(new BasicStroke((float) ink.width()));
                        graphics.draw(shape);
                    });
        }
    }

    private static void inked(Graphics2D graphics, Color colour, double opacity) {
        graphics.setColor(colour);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    }

    private Optional<Shape> shape(SvgElement element, Ink ink) {
        return switch (element.name()) {
            case "path" -> Optional.of(wound(SvgPath.read(element.attribute("d"), left), ink));
            case "rect" -> Optional.of(rect(element));
            case "circle" -> Optional.of(oval(element, of(element, "r"), of(element, "r")));
            case "ellipse" -> Optional.of(oval(element, of(element, "rx"), of(element, "ry")));
            case "line" ->
                    Optional.of(
                            new Line2D.Double(
                                    of(element, "x1"),
                                    of(element, "y1"),
                                    of(element, "x2"),
                                    of(element, "y2")));
            case "polyline", "polygon" -> Optional.of(wound(polygon(element), ink));
            default -> Optional.empty();
        };
    }

    private Path2D wound(Path2D path, Ink ink) {
        for (var each = path.getPathIterator(null); !each.isDone(); each.next()) {
            left--;
        }
        path.setWindingRule(ink.isEvenOdd() ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        return path;
    }

    private static Shape rect(SvgElement element) {
        double rx = SvgNumbers.one(element.attribute("rx"), of(element, "ry"), USUAL_SIDE);
        double ry = SvgNumbers.one(element.attribute("ry"), rx, USUAL_SIDE);
        return new RoundRectangle2D.Double(
                of(element, "x"),
                of(element, "y"),
                of(element, "width"),
                of(element, "height"),
                2 * rx,
                2 * ry);
    }

    private static Shape oval(SvgElement element, double rx, double ry) {
        return new Ellipse2D.Double(of(element, "cx") - rx, of(element, "cy") - ry, 2 * rx, 2 * ry);
    }

    private Path2D polygon(SvgElement element) {
        var points = SvgNumbers.all(element.attribute("points"));
        var path = new Path2D.Double();
        for (int i = 0; i + 1 < points.size() && i / 2 < left; i += 2) {
            if (i == 0) {
                path.moveTo(points.get(0), points.get(1));
            } else {
                path.lineTo(points.get(i), points.get(i + 1));
            }
        }
        if (path.getCurrentPoint() != null && element.name().equals("polygon")) {
            path.closePath();
        }
        return path;
    }

    private static double of(SvgElement element, String attribute) {
        return SvgNumbers.one(element.attribute(attribute), 0, USUAL_SIDE);
    }

    private void collect(SvgElement element, Color above) {
        var current = current(element, above);
        if (element.name().endsWith("Gradient")) {
            var colours =
                    element.children().stream()
                            .filter(child -> child.name().equals("stop"))
                            .map(stop -> stop(stop, current))
                            .toList();
            if (!colours.isEmpty()) {
                gradients.put(element.attribute("id"), mean(colours));
            }
        }
        element.children().forEach(child -> collect(child, current));
    }

    private static Color stop(SvgElement stop, Color above) {
        var said = stop.attribute("stop-color");
        var colour = said.isEmpty() ? Color.BLACK : colour(said, current(stop, above));
        double opacity = part(stop.attribute("stop-opacity"), 1);
        return new Color(
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue(),
                (int) Math.round(colour.getAlpha() * opacity));
    }

    /** Colours count for as much as is seen of them. */
    private static Color mean(List<Color> colours) {
        int seen = colours.stream().mapToInt(Color::getAlpha).sum();
        return seen == 0
                ? CLEAR
                : new Color(
                        mean(colours, Color::getRed, seen),
                        mean(colours, Color::getGreen, seen),
                        mean(colours, Color::getBlue, seen),
                        seen / colours.size());
    }

    private static int mean(List<Color> colours, ToIntFunction<Color> channel, int seen) {
        return colours.stream()
                        .mapToInt(colour -> channel.applyAsInt(colour) * colour.getAlpha())
                        .sum()
                / seen;
    }
}
