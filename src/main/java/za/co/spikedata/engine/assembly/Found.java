package za.co.spikedata.engine.assembly;

import java.util.List;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Heading;

/**
 * A chain of rows and the table it was found in.
 *
 * @param holds some balance follows, or its rows lead from an opening to a closing balance
 * @param firstLine index in the file of its first row's line, {@code lastLine} of its last one's
 */
record Found(Reading reading, Segment segment, boolean holds, int firstLine, int lastLine) {
    static Found of(Reading reading, Segment segment, boolean holds) {
        var lines =
                segment.steps().stream().mapToInt(step -> step.row().line()).summaryStatistics();
        int before = reading.grid().section().firstLine();
        return new Found(reading, segment, holds, before + lines.getMin(), before + lines.getMax());
    }

    int page() {
        return segment.steps().getFirst().row().tokens().page();
    }

    /** Of its first row. */
    Place place() {
        return segment.steps().getFirst().row().tokens().place();
    }

    String outcome(boolean kept) {
        if (!kept) {
            return "dropped: no balance follows and no opening leads to a closing";
        }
        return holds ? "kept" : "kept: nothing better, or a table of balances";
    }

    boolean holdsLine(int line) {
        return firstLine <= line && line <= lastLine;
    }

    /** A row prints the balance before its rows or after them. */
    boolean isBounded() {
        return reading.rules().balance() < 0
                && segment.steps().stream()
                        .anyMatch(step ->
                                step.role() == Step.Role.OPENING
                                        || step.role() == Step.Role.CLOSING);
    }

    /** Rows that all print balances, in a table of which other rows hold. */
    boolean isAnotherOf(List<Found> found) {
        return segment.transactions().stream().allMatch(step -> step.balance().isPresent())
                && found.stream().anyMatch(each -> each.reading == reading && each.holds);
    }

    /** Rows that print no balance, below a table of balances that hold: a plan, not an account. */
    boolean isListBelow(List<Found> found) {
        return reading.rules().balance() >= 0
                && segment.transactions().stream().noneMatch(step -> step.balance().isPresent())
                && found.stream().anyMatch(each -> each.reading == reading && each.holds);
    }

    /**
     * Some row prints its own date, or rows stand below several; a summary of figures below one
     * dated line does not.
     */
    boolean moves() {
        return segment.transactions().stream().anyMatch(step -> step.row().isDated())
                || segment.transactions().stream()
                                .map(step -> step.row().inherited().map(DateToken::text))
                                .distinct()
                                .count()
                        > 1;
    }

    /** One dated figure below no heading of dates is a remark, as on an invoice. */
    boolean isTable() {
        return segment.transactions().size() > 1 || isHeaded();
    }

    /** A table with a column of balances is no list beside one, even when none follows. */
    boolean isBalanced() {
        return reading.grid()
                        .section()
                        .header()
                        .filter(header -> header.has(Heading.DATE))
                        .filter(header -> header.has(Heading.BALANCE))
                        .isPresent()
                && segment.transactions().stream()
                        .anyMatch(step -> step.row().isDated() && step.row().figures() > 1);
    }

    boolean isHeaded() {
        return reading.grid()
                .section()
                .header()
                .filter(header -> header.has(Heading.DATE))
                .isPresent();
    }
}
