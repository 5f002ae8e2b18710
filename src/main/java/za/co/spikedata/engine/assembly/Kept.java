package za.co.spikedata.engine.assembly;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.reading.Ends;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.table.TokenLine;

/** Tells the chains of rows that are statements from lists of other things. */
final class Kept {
    private Kept() {}

    /** Some balance follows, or the rows lead from an opening to a closing balance. */
    static boolean holds(Reading reading, Segment segment, Ends ends) {
        return segment.holds() > 0
                || leadsFromEndToEnd(segment, ends)
                || reading.rules().balance() < 0
                        && segment.transactions().size() > 1
                        && !segment.sum().isZero()
                        && ends.meet(segment.sum(), reading.rules());
    }

    /** Its last balance is one that the paper names as closing. */
    static boolean closes(Segment segment, Ends ends) {
        return segment.breaks().isEmpty()
                && segment.closing().filter(ends.closings()::contains).isPresent();
    }

    /** The few rows that run from a printed opening balance to a printed closing one. */
    private static boolean leadsFromEndToEnd(Segment segment, Ends ends) {
        return segment.breaks().isEmpty()
                && !segment.sum().isZero()
                && segment.closing()
                        .filter(ends.closings()::contains)
                        .map(closing -> closing.minus(segment.sum()))
                        .filter(ends.openings()::contains)
                        .isPresent();
    }

    /**
     * A second table of balances below an account's own, with no title, number or opening balance
     * that says of which account, may be a summary of it.
     */
    static boolean isNameless(Found before, Found found, List<TokenLine> lines, Parts parts) {
        Ends ends = parts.ends(found.firstLine());
        boolean opened =
                found.segment().opening().isPresent()
                        || found.segment().closing().stream()
                                .map(closing -> closing.minus(found.segment().sum()))
                                .anyMatch(ends.openings()::contains);
        return !opened
                && found.reading().rules().balance() >= 0
                && parts.from(before.firstLine()) == parts.from(found.firstLine())
                && AccountTitle.below(lines, before.lastLine() + 1).isNothing();
    }

    /**
     * Chains that hold, if any does; else the one with most rows. The rest stands outside, unless
     * its part of the file names the balances that some rows must lead from and to.
     */
    static List<Found> of(
            List<Found> found, Parts parts, List<TokenLine> lines, List<Trace.Step> trace) {
        var repeats = new Repeats(found);
        var points = new Points(found, lines);
        List<Found> moving =
                found.stream()
                        .filter(Found::moves)
                        .filter(each -> !repeats.areAllOf(each))
                        .filter(each -> !points.areIn(each))
                        .toList();
        Set<Integer> led =
                moving.stream()
                        .filter(Found::holds)
                        .map(each -> parts.from(each.firstLine()))
                        .collect(Collectors.toSet());
        boolean anyHolds = !led.isEmpty();
        List<Found> holding =
                moving.stream()
                        .filter(each ->
                                each.holds()
                                        || each.isBalanced() && !each.isListBelow(found)
                                        || each.isAnotherOf(found)
                                        || each.isBounded()
                                                && (anyHolds ? each.isHeaded() : each.isTable())
                                        || anyHolds
                                                && each.isHeaded()
                                                && !led.contains(parts.from(each.firstLine()))
                                                && parts.isEnded(each.firstLine()))
                        .toList();
        List<Found> kept =
                holding.isEmpty()
                        ? moving.stream()
                                .filter(Found::isTable)
                                .max(
                                        Comparator.comparingInt(
                                                each -> each.segment().transactions().size()))
                                .stream()
                                .toList()
                        : holding;
        for (Found each : moving) {
            trace.add(
                    new Trace.Step(
                            "statements",
                            "%d rows from page %d"
                                    .formatted(each.segment().transactions().size(), each.page()),
                            each.segment().holds(),
                            each.outcome(kept.contains(each))));
        }
        return kept.stream().sorted(Comparator.comparingInt(Found::firstLine)).toList();
    }
}
