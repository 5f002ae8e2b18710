package za.co.spikedata.logo;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers in attributes; whatever is none is passed over. */
final class SvgNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?+");
    private static final Pattern STEP =
            Pattern.compile("(translate|scale|rotate|skew[XY]|matrix)\\s*+\\(([^()]*+)\\)");

    /** Far outside of any drawing; keeps sums finite. */
    private static final double FARTHEST = 1e6;

    private SvgNumbers() {}

    static List<Double> all(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> bounded(Double.parseDouble(match.group())))
                .toList();
    }

    /**
     * @param whole what percentages are of
     */
    static double one(String text, double usual, double whole) {
        var numbers = all(text);
        if (numbers.isEmpty()) {
            return usual;
        }
        return text.contains("%") ? numbers.getFirst() * whole / 100 : numbers.getFirst();
    }

    static AffineTransform transform(String text) {
        var all = new AffineTransform();
        STEP.matcher(text)
                .results()
                .forEach(step -> all.concatenate(step(step.group(1), all(step.group(2)))));
        return all;
    }

    private static AffineTransform step(String name, List<Double> by) {
        return switch (name) {
            case "translate" -> AffineTransform.getTranslateInstance(at(by, 0, 0), at(by, 1, 0));
            case "scale" -> AffineTransform.getScaleInstance(at(by, 0, 1), at(by, 1, at(by, 0, 1)));
            case "rotate" ->
                    AffineTransform.getRotateInstance(
                            Math.toRadians(at(by, 0, 0)), at(by, 1, 0), at(by, 2, 0));
            case "skewX" ->
                    new AffineTransform(1, 0, Math.tan(Math.toRadians(at(by, 0, 0))), 1, 0, 0);
            case "skewY" ->
                    new AffineTransform(1, Math.tan(Math.toRadians(at(by, 0, 0))), 0, 1, 0, 0);
            case "matrix" ->
                    new AffineTransform(
                            at(by, 0, 1),
                            at(by, 1, 0),
                            at(by, 2, 0),
                            at(by, 3, 1),
                            at(by, 4, 0),
                            at(by, 5, 0));
            default -> new AffineTransform();
        };
    }

    private static double at(List<Double> numbers, int index, double usual) {
        return index < numbers.size() ? numbers.get(index) : usual;
    }

    private static double bounded(double number) {
        return Math.clamp(number, -FARTHEST, FARTHEST);
    }
}
