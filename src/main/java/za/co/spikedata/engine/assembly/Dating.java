package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.RowLine;

/**
 * Whether a row without a date may take the one above it. It may where the paper prints a day once,
 * where the next date printed is the same, and where the row belongs to the one above: it prints
 * the balance of both, or is its fee. It never may where something else stands in the date's place.
 */
final class Dating {
    private static final double SLACK_POINTS = 3;

    /** Papers are issued within this time of their last row. */
    private static final int FAR_DAYS = 92;

    /** Dates of a table have a year when more than this share of them do. */
    private static final double MOSTLY = 0.6;

    private static final Set<String> PARTS =
            Set.of(
                    "fee",
                    "fees",
                    "charge",
                    "charges",
                    "vat",
                    "btw",
                    "fooi",
                    "koste",
                    "commission",
                    "levy",
                    "tax",
                    "duty",
                    "interest",
                    "rente");

    private final List<Step> rows;
    private final double left;
    private final double right;
    private final boolean repeats;
    private final Reading reading;

    private Dating(Reading reading, Segment segment) {
        this.reading = reading;
        this.rows =
                segment.transactions().stream()
                        .sorted(Comparator.comparingInt(step -> step.row().line()))
                        .toList();
        this.left = reading.grid().dateLeft() - SLACK_POINTS;
        this.right =
                rows.stream()
                        .filter(step -> step.row().isDated())
                        .mapToDouble(step ->
                                step.row().date().orElseThrow().box().right() - shift(step.row()))
                        .max()
                        .orElse(left);
        this.repeats = repeats();
    }

    /**
     * The last row, where days without a year are far before the latest date printed: that date may
     * be of anything, and nothing else tells their year.
     */
    static Optional<Place> farOff(Calendar calendar, List<DateToken> booked, Segment segment) {
        boolean tells =
                calendar.period().isPresent() || booked.stream().allMatch(DateToken::hasYear);
        if (tells || calendar.latest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate near = calendar.latest().get().minusDays(FAR_DAYS);
        boolean isNear =
                booked.stream()
                        .flatMap(date -> calendar.day(date, -1).stream())
                        .anyMatch(day -> !day.isBefore(near));
        return isNear
                ? Optional.empty()
                : Optional.of(segment.transactions().getLast().row().tokens().place());
    }

    /** No more than {@link #FAR_DAYS} lie between a day and the latest date that is printed. */
    static boolean isNear(LocalDate day, Calendar calendar) {
        return calendar.latest()
                .filter(latest -> Math.abs(ChronoUnit.DAYS.between(day, latest)) <= FAR_DAYS)
                .isPresent();
    }

    /** The first row of which two calendars tell different days, if they do. */
    static Optional<Place> torn(Calendar one, Calendar other, Segment segment) {
        return segment.transactions().stream()
                .map(Step::row)
                .filter(row ->
                        row.date()
                                .filter(date -> !one.day(date, -1).equals(other.day(date, -1)))
                                .isPresent())
                .findFirst()
                .map(row -> row.tokens().place());
    }

    /** Where a row stands whose date the paper does not tell for sure, if one does. */
    static Optional<Place> unsure(Reading reading, Segment segment) {
        Optional<Place> cut = cut(segment);
        if (cut.isPresent()
                || segment.transactions().stream().allMatch(step -> step.row().isDated())) {
            return cut;
        }
        return new Dating(reading, segment).unsure();
    }

    /**
     * A date without a year among dates that have one lost a part, and what is left misleads. It
     * may leave out a year that a row above it prints, where each year is printed once.
     */
    private static Optional<Place> cut(Segment segment) {
        int dates = 0;
        Optional<RowLine> cut = Optional.empty();
        var years = new ArrayList<Integer>();
        boolean isAboveYears = false;
        for (Step step : segment.transactions()) {
            Optional<DateToken> date = step.row().date();
            if (date.isPresent()) {
                dates++;
                if (date.get().hasYear()) {
                    years.add(date.get().third());
                } else {
                    isAboveYears |= years.isEmpty();
                    cut = Optional.of(step.row());
                }
            }
        }
        boolean most = years.size() > MOSTLY * dates;
        boolean half = years.size() * 2 >= dates;
        boolean again = years.stream().distinct().count() < years.size();
        return most || half && (again || isAboveYears)
                ? cut.map(row -> row.tokens().place())
                : Optional.empty();
    }

    private Optional<Place> unsure() {
        for (int i = 0; i < rows.size(); i++) {
            RowLine row = rows.get(i).row();
            if (!row.isDated() && (isOverwritten(row) || repeats && !isSure(i))) {
                return Optional.of(row.tokens().place());
            }
        }
        return Optional.empty();
    }

    /** Something that is no date stands where one would. */
    private boolean isOverwritten(RowLine row) {
        return row.words().stream()
                .map(row.tokens().words()::get)
                .filter(word -> reading.grid().edges().hold(word, shift(row)))
                .mapToDouble(word -> word.box().left() - shift(row))
                .anyMatch(at -> at >= left && at < right);
    }

    private boolean isSure(int index) {
        Step step = rows.get(index);
        Optional<String> above = step.row().inherited().map(DateToken::text);
        boolean lastOfDay =
                rows.subList(index, rows.size()).stream()
                        .filter(each -> each.row().isDated())
                        .findFirst()
                        .map(next -> next.row().date().map(DateToken::text).equals(above))
                        .orElse(false);
        boolean sharesBalance =
                index > 0 && step.balance().isPresent() && rows.get(index - 1).balance().isEmpty();
        return lastOfDay || sharesBalance || isPart(step.row());
    }

    private static boolean isPart(RowLine row) {
        return row.words().stream()
                .map(row.tokens().words()::get)
                .map(Word::text)
                .map(text -> text.toLowerCase(java.util.Locale.ROOT).replaceAll("\\P{L}", ""))
                .anyMatch(PARTS::contains);
    }

    /**
     * Two rows that follow one another on a page print the same day; each page may print it anew.
     */
    private boolean repeats() {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).row().tokens().strip() != rows.get(i).row().tokens().strip()) {
                continue;
            }
            Optional<DateToken> one = rows.get(i - 1).row().date();
            Optional<DateToken> two = rows.get(i).row().date();
            if (one.isPresent() && one.map(DateToken::text).equals(two.map(DateToken::text))) {
                return true;
            }
        }
        return false;
    }

    private double shift(RowLine row) {
        return reading.grid().section().shift(row.tokens());
    }
}
