package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;

/** Looks a paper over for what an untouched statement seldom shows. */
public final class Signals {
    private static final double OVERLAID = 0.6;
    private static final double OVERLAID_WEIGHT = 0.6;
    private static final double ODD_SIZE_WEIGHT = 0.3;

    /** Sizes of one column that differ by more than this share are not of one print. */
    private static final double SAME_SIZE = 0.04;

    /** A paper that shows more than these of a kind prints that way by design. */
    private static final int MOST = 6;

    private Signals() {}

    public static List<Signal> of(List<Page> pages) {
        var signals = new ArrayList<Signal>();
        signals.addAll(few(overlaid(pages)));
        signals.addAll(few(oddSizes(pages)));
        return List.copyOf(signals);
    }

    private static List<Signal> few(List<Signal> signals) {
        return signals.size() > MOST ? List.of() : signals;
    }

    /** Figures that share most of their place with other words. */
    private static List<Signal> overlaid(List<Page> pages) {
        var signals = new ArrayList<Signal>();
        for (Page page : pages) {
            List<Line> lines = page.lines();
            for (int i = 0; i < lines.size(); i++) {
                List<Word> near = new ArrayList<>(lines.get(i).words());
                if (i + 1 < lines.size()) {
                    near.addAll(lines.get(i + 1).words());
                }
                for (Word word : lines.get(i).words()) {
                    near.stream()
                            .filter(other -> other != word && isFigure(word) && isFigure(other))
                            .filter(other -> shared(word.box(), other.box()) > OVERLAID)
                            .findFirst()
                            .ifPresent(_ ->
                                    signals.add(
                                            new Signal(
                                                    Sign.OVERLAID_TEXT,
                                                    Optional.of(
                                                            new Place(page.number(), word.box())),
                                                    OVERLAID_WEIGHT)));
                }
            }
        }
        return signals;
    }

    private static double shared(Box one, Box two) {
        double width = Math.min(one.right(), two.right()) - Math.max(one.left(), two.left());
        double height = Math.min(one.bottom(), two.bottom()) - Math.max(one.top(), two.top());
        double smaller = Math.min(one.width() * one.height(), two.width() * two.height());
        return width <= 0 || height <= 0 || smaller <= 0 ? 0 : width * height / smaller;
    }

    private static List<Signal> oddSizes(List<Page> pages) {
        double[] sizes =
                pages.stream()
                        .flatMap(page -> page.lines().stream())
                        .filter(Signals::isRow)
                        .flatMap(line -> line.words().stream())
                        .filter(Signals::isFigure)
                        .mapToDouble(Word::size)
                        .sorted()
                        .toArray();
        var signals = new ArrayList<Signal>();
        if (sizes.length == 0) {
            return signals;
        }
        double usual = sizes[sizes.length / 2];
        boolean even = Arrays.stream(sizes).filter(size -> isOdd(size, usual)).count() <= MOST;
        for (Page page : even ? pages : List.<Page>of()) {
            for (Line line : page.lines()) {
                line.words().stream()
                        .filter(word -> isRow(line) && isFigure(word) && isOdd(word.size(), usual))
                        .forEach(word ->
                                signals.add(
                                        new Signal(
                                                Sign.ODD_SIZE,
                                                Optional.of(new Place(page.number(), word.box())),
                                                ODD_SIZE_WEIGHT)));
            }
        }
        return signals;
    }

    private static boolean isOdd(double size, double usual) {
        return Math.abs(size - usual) > SAME_SIZE * usual;
    }

    private static boolean isRow(Line line) {
        return line.words().stream().filter(Signals::isFigure).count() >= 2;
    }

    private static boolean isFigure(Word word) {
        String text = word.text();
        return text.length() >= 4
                && text.chars().filter(Character::isDigit).count() >= 3
                && (text.indexOf('.') >= 0 || text.indexOf(',') >= 0);
    }
}
