package za.co.spikedata.engine.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Rows;
import za.co.spikedata.engine.model.Transaction;

/**
 * What the paper prints that a statement's rows can be held to.
 *
 * @param chainHolds printed balances that follow over a movement of money
 * @param carried balances carried over that agree
 * @param breaks printed balances that do not follow
 * @param covered for each transaction, whether a balance after it is held to one before it
 * @param oldestReadAsOthers the oldest row stands in columns whose sign equations of other rows
 *     prove, or a heading of debits or credits tells
 * @param runsFrom the balance before the first row that the chain implies, if it has balances
 * @param runsTo the balance after the last row that the chain implies
 * @param openings figures named as opening, in the order of trust; {@code closings} as closing
 * @param turned those of them that stand for a figure without a letter, taken for the other side
 * @param totals printed totals that are the sum of their rows
 * @param totalFaults printed totals that are not
 * @param totalsCoverAll every row stands below a total that holds
 * @param coveredLines lines of the table's region
 * @param missed where something looks like a row and is none, or a row whose date is not told for
 *     sure, if anywhere
 * @param besides where a dated figure stands outside the table, as a row of another one would
 */
public record Claims(
        boolean hasBalances,
        int chainHolds,
        int carried,
        List<Fault> breaks,
        List<Boolean> covered,
        boolean oldestReadAsOthers,
        Optional<Money> runsFrom,
        Optional<Money> runsTo,
        List<Figure> openings,
        List<Figure> closings,
        Set<Figure> turned,
        Optional<Period> period,
        boolean newestFirst,
        List<Transaction> transactions,
        int totals,
        List<Fault> totalFaults,
        boolean totalsCoverAll,
        int coveredLines,
        Optional<Place> missed,
        Optional<Place> besides) {
    /** A printed balance that does not follow; transaction 0 when it is no row's. */
    public record Fault(int transaction, Money expected, Money printed, Place place) {}

    public Claims {
        breaks = List.copyOf(breaks);
        covered = List.copyOf(covered);
        openings = List.copyOf(openings);
        closings = List.copyOf(closings);
        turned = Set.copyOf(turned);
        transactions = transactions instanceof Rows ? transactions : List.copyOf(transactions);
    }

    /** The same of the same rows, kept otherwise. */
    public Claims with(List<Transaction> rows) {
        return with(rows, missed, besides);
    }

    /** The same, where something like a row stands outside the table. */
    public Claims beside(Place row) {
        return with(transactions, missed, besides.or(() -> Optional.of(row)));
    }

    /** The same, where a row that was not read stands. */
    public Claims missing(Place row) {
        return with(transactions, missed.or(() -> Optional.of(row)), besides);
    }

    /** The same, its ends on one side. */
    Claims with(List<Figure> otherOpenings, List<Figure> otherClosings) {
        return with(transactions, otherOpenings, otherClosings, Set.of(), missed, besides);
    }

    private Claims with(List<Transaction> rows, Optional<Place> unread, Optional<Place> outside) {
        return with(rows, openings, closings, turned, unread, outside);
    }

    private Claims with(
            List<Transaction> rows,
            List<Figure> openings,
            List<Figure> closings,
            Set<Figure> turned,
            Optional<Place> unread,
            Optional<Place> outside) {
        return new Claims(
                hasBalances,
                chainHolds,
                carried,
                breaks,
                covered,
                oldestReadAsOthers,
                runsFrom,
                runsTo,
                openings,
                closings,
                turned,
                period,
                newestFirst,
                rows,
                totals,
                totalFaults,
                totalsCoverAll,
                coveredLines,
                unread,
                outside);
    }
}
