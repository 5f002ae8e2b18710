package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;

/** The headings of a table, from left to right. */
public record Header(List<Label> labels) {
    /** One heading and the part of the line it spans, in points. */
    public record Label(Heading heading, double left, double right) {}

    private static final int LONGEST_TERM_WORDS = 4;
    private static final Pattern BRACKETED = Pattern.compile("\\(.{1,4}\\)|[/|&*-]");
    private static final double PHRASE_GAP_POINTS = 15;

    /** A date may start this far left of its heading. */
    private static final double SNAP_POINTS = 8;

    /** A date may be centred below a shorter heading. */
    private static final double REPEAT_SNAP_POINTS = 12;

    public Header {
        labels = List.copyOf(labels);
    }

    /**
     * Whether it heads the same table, as on a later page: it says the same, or every heading of
     * the one that prints fewer stands where the other has it.
     *
     * @param shift points the other stands further right
     */
    boolean agrees(Header other, double shift) {
        Header fewer = labels.size() <= other.labels.size() ? this : other;
        Header more = fewer == this ? other : this;
        double apart = fewer == this ? shift : -shift;
        return saysSameAs(other)
                || fewer.labels.stream().allMatch(label -> more.holds(label, apart));
    }

    private boolean saysSameAs(Header other) {
        if (labels.size() != other.labels.size()) {
            return false;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).heading() != other.labels.get(i).heading()) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Label label, double apart) {
        return labels.stream()
                .anyMatch(each ->
                        each.heading() == label.heading()
                                && (Math.abs(each.left() - label.left() - apart) < SNAP_POINTS
                                        || Math.abs(each.right() - label.right() - apart)
                                                < SNAP_POINTS));
    }

    public boolean has(Heading heading) {
        return labels.stream().anyMatch(label -> label.heading() == heading);
    }

    boolean hasMoney() {
        return labels.stream().anyMatch(label -> label.heading().isMoney());
    }

    Header with(Header below) {
        var all = new ArrayList<Label>(labels);
        for (Label label : below.labels) {
            boolean covered =
                    labels.stream()
                            .anyMatch(above ->
                                    above.left() < label.right() && label.left() < above.right());
            if (!covered) {
                all.add(label);
            }
        }
        all.sort(java.util.Comparator.comparingDouble(Label::left));
        return new Header(all);
    }

    /** The headings a line is made of, when most of its words are headings. */
    public static Optional<Header> of(TokenLine line) {
        return line.header();
    }

    static Optional<Header> read(TokenLine line) {
        if (line.hasStrongMoney() || line.hasStrongDate() || isLegend(line)) {
            return Optional.empty();
        }
        var labels = new ArrayList<Label>();
        int matched = 0;
        int words = line.words().size();
        int at = 0;
        while (at < words) {
            int taken = 0;
            for (int length = Math.min(LONGEST_TERM_WORDS, words - at); length > 0; length--) {
                Optional<Heading> heading = heading(line.text(), at, at + length - 1);
                if (heading.isPresent()) {
                    var box = line.text().box(at, at + length - 1);
                    labels.add(new Label(heading.get(), box.left(), box.right()));
                    taken = length;
                    break;
                }
            }
            matched += taken;
            at += Math.max(taken, 1);
        }
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        long needed = words - bracketed(line.words());
        withoutAvailable(line, labels);
        var header = new Header(labels);
        boolean enough =
                header.opensTable() ? matched * header.share() >= needed * 2 : matched >= needed;
        return enough ? Optional.of(header) : Optional.empty();
    }

    /** What is available beside a balance is the balance and a limit. */
    private static void withoutAvailable(TokenLine line, List<Label> labels) {
        long balances = labels.stream().filter(label -> label.heading() == Heading.BALANCE).count();
        if (balances > 1) {
            labels.removeIf(label ->
                    label.heading() == Heading.BALANCE && isOfWhatIsAvailable(line, label));
        }
    }

    private static boolean isOfWhatIsAvailable(TokenLine line, Label label) {
        return line.words().stream()
                .filter(word -> word.box().left() == label.left())
                .anyMatch(word -> Vocabulary.letters(word.text()).equals("available"));
    }

    /** It says what letters stand for, as in "A = administration fee". */
    private static boolean isLegend(TokenLine line) {
        for (Word word : line.words()) {
            if (word.text().equals("=")) {
                return true;
            }
        }
        return false;
    }

    /** Two words of a heading line may be unknown for each known one where figures abound. */
    private int share() {
        long figures = labels.stream().filter(label -> label.heading().isMoney()).count();
        return figures >= 2 && isSpread() ? 6 : 4;
    }

    /** Enough headings to say that a table begins. */
    public boolean opensTable() {
        Set<Heading> kinds = EnumSet.noneOf(Heading.class);
        for (Label label : labels) {
            kinds.add(label.heading());
        }
        boolean about = kinds.contains(Heading.DATE) || kinds.contains(Heading.DESCRIPTION);
        boolean moves =
                kinds.contains(Heading.BALANCE)
                        || kinds.contains(Heading.AMOUNT)
                        || kinds.contains(Heading.FIGURE)
                        || kinds.contains(Heading.DEBIT)
                        || kinds.contains(Heading.CREDIT);
        return moves && about && kinds.size() >= 2 && (labels.size() > 2 || isSpread());
    }

    /** Two headings stand further apart than the words of a phrase. */
    private boolean isSpread() {
        return labels.getLast().left() - labels.getFirst().right() > PHRASE_GAP_POINTS;
    }

    /**
     * Where the same headings begin again, each time from left to right; none when they never do.
     */
    List<Double> repeats() {
        for (int period = 2; period <= labels.size() / 2; period++) {
            if (labels.size() % period == 0 && repeatsEvery(period)) {
                var starts = new ArrayList<Double>();
                for (int i = period; i < labels.size(); i += period) {
                    starts.add(
                            Math.max(
                                    labels.get(i - 1).right() + 0.5,
                                    labels.get(i).left() - REPEAT_SNAP_POINTS));
                }
                return starts;
            }
        }
        return List.of();
    }

    private boolean repeatsEvery(int period) {
        for (int i = period; i < labels.size(); i++) {
            if (labels.get(i).heading() != labels.get(i - period).heading()) {
                return false;
            }
        }
        List<Label> once = labels.subList(0, period);
        return once.stream().anyMatch(label -> label.heading() == Heading.DATE)
                && once.stream().anyMatch(label -> label.heading().isMoney());
    }

    /** Where a second table begins beside the first, if the headings say so. */
    java.util.OptionalDouble gutter() {
        boolean figures = false;
        boolean dated = false;
        for (Label label : labels) {
            boolean isDate = label.heading() == Heading.DATE;
            if (isDate && dated && figures) {
                return java.util.OptionalDouble.of(label.left() - SNAP_POINTS);
            }
            dated |= isDate;
            figures |= dated && label.heading().isMoney();
        }
        return java.util.OptionalDouble.empty();
    }

    private static Optional<Heading> heading(LineText text, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (i > first && text.gapBefore(i) == LineText.FAR || hasDigit(text, i)) {
                return Optional.empty();
            }
        }
        return Heading.of(text.printed(first, last));
    }

    private static boolean hasDigit(LineText text, int word) {
        return text.hasDigit(word)
                || !text.isAscii()
                        && text.words().get(word).text().chars().anyMatch(Character::isDigit);
    }

    private static long bracketed(List<Word> words) {
        return words.stream().filter(word -> BRACKETED.matcher(word.text()).matches()).count();
    }
}
