package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;

/** Looks a paper over for what an untouched statement seldom shows. */
public final class Signals {
    private static final int USUAL_FIGURES = 3;
    private static final double OVERLAID = 0.6;
    private static final double OVERLAID_WEIGHT = 0.6;
    private static final double ODD_SIZE_WEIGHT = 0.3;

    private static final double ODD_PLACE_WEIGHT = 0.3;

    /** A word's box reaches this share of its size below the baseline. */
    private static final double DESCENT = 0.2;

    /** Baselines further apart than this are not of one print, in points. */
    private static final double LEVEL = 0.3;

    /** What happens more than once in as many figures is how the paper prints. */
    private static final int FEW = 10;

    /** Sizes of one column that differ by more than this share are not of one print. */
    private static final double SAME_SIZE = 0.04;

    /** A paper that shows more than these of a kind prints that way by design. */
    static final int MOST = 6;

    private Signals() {}

    public static List<Signal> of(List<Page> pages) {
        var figures = new ArrayList<Figures>();
        for (Page page : pages) {
            figures(page, figures);
        }
        var signals = new ArrayList<Signal>();
        signals.addAll(few(overlaid(figures)));
        signals.addAll(few(oddSizes(figures)));
        signals.addAll(few(offBaseline(figures)));
        return List.copyOf(signals);
    }

    /** The figures of one line, from left to right. */
    private record Figures(int page, List<Word> words) {
        boolean isRow() {
            return words.size() >= 2;
        }

        /** A row that is larger as a whole is a total, not a figure put in. */
        boolean has(double size) {
            return words.stream().anyMatch(word -> !isOdd(word.size(), size));
        }
    }

    private static void figures(Page page, List<Figures> figures) {
        for (Line line : page.lines()) {
            List<Word> found = line.figured() ? figures(line) : List.of();
            if (!found.isEmpty()) {
                figures.add(new Figures(page.number(), found));
            }
        }
    }

    private static List<Word> figures(Line line) {
        List<Word> found = List.of();
        for (Word word : line.words()) {
            if (word.hasPointedDigits() && hasThreeDigits(word.text())) {
                found = found.isEmpty() ? new ArrayList<>(USUAL_FIGURES) : found;
                found.add(word);
            }
        }
        return found;
    }

    private static List<Signal> few(List<Signal> signals) {
        return signals.size() > MOST ? List.of() : signals;
    }

    /** Figures that share most of their place with one beside them or on the next baseline. */
    private static List<Signal> overlaid(List<Figures> lines) {
        var signals = new ArrayList<Signal>();
        for (int i = 0; i < lines.size(); i++) {
            overlaid(lines.get(i), i == 0 ? null : lines.get(i - 1), signals);
        }
        return signals;
    }

    private static void overlaid(Figures line, @Nullable Figures above, List<Signal> signals) {
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            boolean beside = i > 0 && shared(word.box(), line.words().get(i - 1).box()) > OVERLAID;
            boolean below = above != null && isOver(word, line.page(), above);
            if (beside || below) {
                signals.add(signal(Sign.OVERLAID_TEXT, line.page(), word, OVERLAID_WEIGHT));
            }
        }
    }

    private static boolean isOver(Word word, int page, Figures above) {
        if (above.page() != page || above.words().getFirst().box().bottom() <= word.box().top()) {
            return false;
        }
        for (Word other : above.words()) {
            if (shared(word.box(), other.box()) > OVERLAID) {
                return true;
            }
        }
        return false;
    }

    private static Signal signal(Sign sign, int page, Word word, double weight) {
        return new Signal(sign, Optional.of(new Place(page, word.box())), weight);
    }

    private static double shared(Box one, Box two) {
        if (one.right() <= two.left() || two.right() <= one.left()) {
            return 0;
        }
        double width = Math.min(one.right(), two.right()) - Math.max(one.left(), two.left());
        double height = Math.min(one.bottom(), two.bottom()) - Math.max(one.top(), two.top());
        double smaller = Math.min(one.width() * one.height(), two.width() * two.height());
        return width <= 0 || height <= 0 || smaller <= 0 ? 0 : width * height / smaller;
    }

    private static List<Signal> oddSizes(List<Figures> lines) {
        var signals = new ArrayList<Signal>();
        double usual = usualSize(lines);
        for (Figures line : lines) {
            if (line.isRow()) {
                oddSizes(line, usual, signals);
            }
        }
        return signals;
    }

    private static void oddSizes(Figures line, double usual, List<Signal> signals) {
        for (Word word : line.words()) {
            if (isOdd(word.size(), usual) && line.has(usual)) {
                signals.add(signal(Sign.ODD_SIZE, line.page(), word, ODD_SIZE_WEIGHT));
            }
        }
    }

    private static double usualSize(List<Figures> lines) {
        double[] sizes =
                lines.stream()
                        .filter(Figures::isRow)
                        .mapToDouble(line -> line.words().getFirst().size())
                        .sorted()
                        .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    private static boolean isOdd(double size, double usual) {
        return Math.abs(size - usual) > SAME_SIZE * usual;
    }

    /** Figures that stand higher or lower than the others of their row, where rows are level. */
    private static List<Signal> offBaseline(List<Figures> lines) {
        var signals = new ArrayList<Signal>();
        int level = 0;
        for (Figures line : lines) {
            level += level(line, signals);
        }
        return signals.size() * FEW <= level ? signals : List.of();
    }

    /** How many figures of a line stand level with its last; the others are signals. */
    private static int level(Figures line, List<Signal> signals) {
        Word last = line.words().getLast();
        int level = 0;
        for (int i = 0; i < line.words().size() - 1; i++) {
            Word word = line.words().get(i);
            boolean off = Math.abs(baseline(word) - baseline(last)) > LEVEL;
            level += off ? 0 : 1;
            if (off && !isOdd(word.size(), last.size())) {
                signals.add(signal(Sign.ODD_PLACE, line.page(), word, ODD_PLACE_WEIGHT));
            }
        }
        return level;
    }

    private static double baseline(Word word) {
        return word.box().bottom() - DESCENT * word.size();
    }

    private static boolean hasThreeDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 3; i++) {
            char each = text.charAt(i);
            digits += each >= '0' && each <= '9' ? 1 : 0;
        }
        return digits == 3;
    }
}
