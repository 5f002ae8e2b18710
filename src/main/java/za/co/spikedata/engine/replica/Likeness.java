package za.co.spikedata.engine.replica;

import java.util.List;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;

/** Whether a copy fails as the original does, and stands in the same places. */
final class Likeness {
    /** Glyphs this far apart stand in one place, in points. */
    static final double SAME_PLACE = 0.01;

    private Likeness() {}

    /**
     * The same reason; or the same statements, row by row and check by check.
     *
     * @param move where the copy's dates went
     */
    static boolean isAlike(ReadResult original, ReadResult copy, Move move) {
        return switch (original) {
            case ReadResult.Unreadable(var reason, _) ->
                    copy instanceof ReadResult.Unreadable(var other, _) && reason == other;
            case ReadResult.Read read ->
                    copy instanceof ReadResult.Read other
                            && read.pages() == other.pages()
                            && all(
                                    read.statements(),
                                    other.statements(),
                                    (one, two) -> isAlike(one, two, move));
        };
    }

    /** Holds of two things. */
    private interface Alike<T> {
        boolean are(T one, T two);
    }

    private static <T> boolean all(List<T> ones, List<T> twos, Alike<T> alike) {
        if (ones.size() != twos.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!alike.are(ones.get(i), twos.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(Statement one, Statement two, Move move) {
        return one.type() == two.type()
                && one.liability() == two.liability()
                && one.newestFirst() == two.newestFirst()
                && one.opening().isPresent() == two.opening().isPresent()
                && one.closing().isPresent() == two.closing().isPresent()
                && one.proof().verdict() == two.proof().verdict()
                && all(one.proof().checks(), two.proof().checks(), Likeness::isAlike)
                && all(
                        one.transactions(),
                        two.transactions(),
                        (row, other) -> isAlike(row, other, move))
                && all(
                        one.markers(),
                        two.markers(),
                        (marker, other) ->
                                marker.kind() == other.kind()
                                        && marker.afterTransaction() == other.afterTransaction());
    }

    private static boolean isAlike(Check one, Check two) {
        return switch (one) {
            case Check.Holds holds -> holds.equals(two);
            case Check.NotPrinted absent -> absent.equals(two);
            case Check.Broken broken ->
                    two instanceof Check.Broken other
                            && broken.rule() == other.rule()
                            && broken.transaction() == other.transaction()
                            && broken.place().isPresent() == other.place().isPresent();
        };
    }

    private static boolean isAlike(Transaction one, Transaction two, Move move) {
        return move.of(one.date()).equals(two.date())
                && one.valueDate().map(move::of).equals(two.valueDate())
                && one.amount().isNegative() == two.amount().isNegative()
                && one.balance().isPresent() == two.balance().isPresent()
                && all(one.cells(), two.cells(), Likeness::isAlike);
    }

    private static boolean isAlike(Cell one, Cell two) {
        return one.column() == two.column() && one.place().page() == two.place().page();
    }

    /** Every glyph a person sees in the original has one in the copy, in its place. */
    static boolean standAlike(PdfScript original, PdfScript copy) {
        return all(
                original.sheets(),
                copy.sheets(),
                (one, two) ->
                        all(
                                one.glyphs().stream().filter(Glyph::seen).toList(),
                                two.glyphs().stream().filter(Glyph::seen).toList(),
                                Likeness::standAlike));
    }

    private static boolean standAlike(Glyph one, Glyph two) {
        return Math.abs(one.x() - two.x()) <= SAME_PLACE
                && Math.abs(one.y() - two.y()) <= SAME_PLACE
                && Math.abs(one.x() + one.width() - two.x() - two.width()) <= SAME_PLACE
                && Math.abs(one.size() - two.size()) <= SAME_PLACE;
    }
}
