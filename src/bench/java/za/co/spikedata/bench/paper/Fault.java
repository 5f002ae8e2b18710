package za.co.spikedata.bench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import za.co.spikedata.bench.paper.Sheet.Piece;

/** What a bank's printer or a careless hand does to a paper. */
public enum Fault {
    NONE,
    /** One digit of one figure is another. */
    MISPRINT,
    /** A line of the table is not printed. */
    LOST_ROW,
    /** The last figure of a line is not printed, and one digit of another is another. */
    LOST_BALANCE,
    /** A day of one line cannot be read. */
    UNREADABLE_DATE,
    /** No day of any line can be read. */
    UNREADABLE_DATES,
    /** The pieces of every line stand out of their columns. */
    ODD_TABLE;

    private static final Pattern FIGURE = Pattern.compile(".*\\d[.,]\\d{2}(?!\\d).*");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?=.*\\d)[\\d/.-]{5,10}|\\d{1,2} ?\\p{L}{3,}.*|\\p{L}{3} \\d{1,2}, \\d{4}");

    /** Pieces further out of their column stand in another. */
    private static final double OUT_OF_COLUMN = 45;

    void on(Sheet sheet, Random random) {
        switch (this) {
            case NONE -> {
                // A sound paper.
            }
            case MISPRINT ->
                    one(sheet, random, Fault::isFigure, piece -> misprinted(piece, random));
            case LOST_ROW -> lose(sheet, random, (_, _) -> true);
            case LOST_BALANCE -> {
                lose(sheet, random, Piece::equals);
                one(sheet, random, Fault::isFigure, piece -> misprinted(piece, random));
            }
            case UNREADABLE_DATE -> one(sheet, random, Fault::isDate, Fault::unreadable);
            case UNREADABLE_DATES ->
                    sheet.change(pieces ->
                            pieces.stream()
                                    .map(each -> isDate(each) ? unreadable(each) : each)
                                    .toList());
            case ODD_TABLE ->
                    sheet.change(pieces ->
                            pieces.stream()
                                    .map(each -> isFigure(each) ? moved(each, random) : each)
                                    .toList());
        }
    }

    private static boolean isFigure(Piece piece) {
        return FIGURE.matcher(piece.text()).matches() && piece.text().length() < 20;
    }

    private static boolean isDate(Piece piece) {
        return DATE.matcher(piece.text()).matches();
    }

    /** Changes one piece of the page that has most of the kind. */
    private static void one(
            Sheet sheet, Random random, Predicate<Piece> kind, UnaryOperator<Piece> change) {
        boolean[] done = {false};
        sheet.change(pieces -> {
            List<Piece> of = pieces.stream().filter(kind).toList();
            if (done[0] || of.isEmpty()) {
                return pieces;
            }
            done[0] = true;
            Piece chosen = of.get(random.nextInt(of.size()));
            return pieces.stream().map(each -> each == chosen ? change.apply(each) : each).toList();
        });
    }

    /** Which pieces of a line go with its last figure. */
    private interface Goes {
        boolean with(Piece piece, Piece last);
    }

    private static void lose(Sheet sheet, Random random, Goes goes) {
        boolean[] done = {false};
        sheet.change(pieces -> {
            List<Piece> figures = pieces.stream().filter(Fault::isFigure).toList();
            if (done[0] || figures.size() < 8) {
                return pieces;
            }
            done[0] = true;
            double line =
                    figures.get(figures.size() / 4 + random.nextInt(figures.size() / 2)).baseline();
            Piece last =
                    pieces.stream()
                            .filter(each -> each.baseline() == line && isFigure(each))
                            .max((one, two) -> Double.compare(one.left(), two.left()))
                            .orElseThrow();
            var kept = new ArrayList<Piece>();
            for (Piece each : pieces) {
                if (each.baseline() != line || !goes.with(each, last)) {
                    kept.add(each);
                }
            }
            return kept;
        });
    }

    private static Piece misprinted(Piece piece, Random random) {
        var text = new StringBuilder(piece.text());
        int at;
        do {
            at = random.nextInt(text.length());
        } while (!Character.isDigit(text.charAt(at)));
        int digit = text.charAt(at) - '0';
        text.setCharAt(at, (char) ('0' + (digit + 1 + random.nextInt(8)) % 10));
        return new Piece(piece.left(), piece.baseline(), text.toString());
    }

    private static Piece unreadable(Piece piece) {
        return new Piece(
                piece.left(),
                piece.baseline(),
                piece.text().replaceFirst("\\d+", "~").replaceAll("\\d$", "~"));
    }

    private static Piece moved(Piece piece, Random random) {
        double by = (random.nextDouble() - 0.5) * 2 * OUT_OF_COLUMN;
        return new Piece(piece.left() + by, piece.baseline(), piece.text());
    }
}
