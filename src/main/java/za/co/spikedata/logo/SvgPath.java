package za.co.spikedata.logo;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data of a path (SVG 2, 9.3); what cannot be read ends it, as in browsers. */
final class SvgPath {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\s,]*+([MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?+)");
    private static final Pattern FLAG = Pattern.compile("[\\s,]*+([01])");

    private final Matcher tokens;
    private final Matcher flags;
    private final Path2D path = new Path2D.Double();
    private final int end;
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double controlX;
    private double controlY;
    private char before = 'M';

    private SvgPath(String data) {
        this.tokens = TOKEN.matcher(data);
        this.flags = FLAG.matcher(data);
        this.end = data.length();
    }

    /** With as many segments as that at most: further ones are not drawn. */
    static Path2D read(String data, int most) {
        var reading = new SvgPath(data);
        try {
            reading.all(most);
        } catch (NumberFormatException end) {
            return reading.path;
        }
        return reading.path;
    }

    private void all(int most) {
        char command = ' ';
        for (int i = 0; i < most && isAt(tokens); i++) {
            var token = tokens.group(1);
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                at = tokens.end();
            } else if (command == ' ' || command == 'Z' || command == 'z') {
                return;
            }
            if (path.getCurrentPoint() == null && Character.toUpperCase(command) != 'M') {
                return;
            }
            step(command);
            before = Character.toUpperCase(command);
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
    }

    private void step(char command) {
        boolean isRelative = Character.isLowerCase(command);
        double fromX = isRelative ? x : 0;
        double fromY = isRelative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(fromX + number(), fromY + number());
                path.moveTo(x, y);
                startX = x;
                startY = y;
            }
            case 'L' -> line(fromX + number(), fromY + number());
            case 'H' -> line(fromX + number(), y);
            case 'V' -> line(x, fromY + number());
            case 'C' ->
                    curve(
                            fromX + number(),
                            fromY + number(),
                            fromX + number(),
                            fromY + number(),
                            fromX + number(),
                            fromY + number());
            case 'S' ->
                    curve(
                            before == 'C' || before == 'S' ? 2 * x - controlX : x,
                            before == 'C' || before == 'S' ? 2 * y - controlY : y,
                            fromX + number(),
                            fromY + number(),
                            fromX + number(),
                            fromY + number());
            case 'Q' ->
                    bend(fromX + number(), fromY + number(), fromX + number(), fromY + number());
            case 'T' ->
                    bend(
                            before == 'Q' || before == 'T' ? 2 * x - controlX : x,
                            before == 'Q' || before == 'T' ? 2 * y - controlY : y,
                            fromX + number(),
                            fromY + number());
            case 'A' ->
                    arc(
                            Math.abs(number()),
                            Math.abs(number()),
                            Math.toRadians(number()),
                            flag(),
                            flag(),
                            fromX + number(),
                            fromY + number());
            default -> {
                path.closePath();
                to(startX, startY);
            }
        }
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private void line(double toX, double toY) {
        to(toX, toY);
        path.lineTo(x, y);
    }

    private void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        path.curveTo(x1, y1, x2, y2, toX, toY);
        controlX = x2;
        controlY = y2;
        to(toX, toY);
    }

    private void bend(double x1, double y1, double toX, double toY) {
        path.quadTo(x1, y1, toX, toY);
        controlX = x1;
        controlY = y1;
        to(toX, toY);
    }

    /** From both ends to the middle, as SVG 2 says in B.2.4. */
    private void arc(
            double rx,
            double ry,
            double turn,
            boolean isLarge,
            boolean isOn,
            double toX,
            double toY) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double halfX = (x - toX) / 2 * cos + (y - toY) / 2 * sin;
        double halfY = (y - toY) / 2 * cos - (x - toX) / 2 * sin;
        if (rx == 0 || ry == 0 || (halfX == 0 && halfY == 0)) {
            line(toX, toY);
            return;
        }
        double far = halfX * halfX / (rx * rx) + halfY * halfY / (ry * ry);
        double grown = Math.sqrt(Math.max(1, far));
        double wide = rx * grown;
        double high = ry * grown;
        double over = wide * wide * halfY * halfY + high * high * halfX * halfX;
        double under = Math.max(0, wide * wide * high * high - over);
        double factor = (isLarge == isOn ? -1 : 1) * Math.sqrt(under / over);
        double middleX = factor * wide * halfY / high;
        double middleY = -factor * high * halfX / wide;
        double from = Math.atan2((halfY - middleY) / high, (halfX - middleX) / wide);
        double until = Math.atan2((-halfY - middleY) / high, (-halfX - middleX) / wide);
        double extent = Math.toDegrees(until - from);
        if (isOn && extent < 0) {
            extent += 360;
        } else if (!isOn && extent > 0) {
            extent -= 360;
        }
        var arc =
                new Arc2D.Double(
                        -wide,
                        -high,
                        2 * wide,
                        2 * high,
                        -Math.toDegrees(from),
                        -extent,
                        Arc2D.OPEN);
        var place =
                AffineTransform.getTranslateInstance(
                        middleX * cos - middleY * sin + (x + toX) / 2,
                        middleX * sin + middleY * cos + (y + toY) / 2);
        place.rotate(turn);
        path.append(arc.getPathIterator(place), true);
        to(toX, toY);
    }

    /** Looks nowhere else, so that no text takes longer than its length. */
    private boolean isAt(Matcher token) {
        return token.region(at, end).lookingAt();
    }

    private double number() {
        if (!isAt(tokens) || Character.isLetter(tokens.group(1).charAt(0))) {
            throw new NumberFormatException("Expected a number");
        }
        at = tokens.end();
        return Math.clamp(Double.parseDouble(tokens.group(1)), -1e6, 1e6);
    }

    private boolean flag() {
        if (!isAt(flags)) {
            throw new NumberFormatException("Expected 0 or 1");
        }
        at = flags.end();
        return flags.group(1).equals("1");
    }
}
