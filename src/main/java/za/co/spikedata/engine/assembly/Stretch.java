package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.Rows;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.proof.Claims;
import za.co.spikedata.engine.proof.Prover;
import za.co.spikedata.engine.proof.Repairs;
import za.co.spikedata.engine.proof.Sides;

/**
 * One statement, or the part of it that stands on some pages, before it is proven.
 *
 * @param lastBalance the running balance of the newest row
 * @param firstPage of its rows, counted from 1
 * @param rows each with its balance, where the table runs one
 * @param apart figures that stand outside the rows, without their signs, sought only where
 *     something is to be mended
 */
record Stretch(
        StatementType type,
        Banks.Label label,
        About about,
        Details details,
        Optional<Figure> lastBalance,
        boolean liability,
        int firstPage,
        int lastPage,
        List<Transaction> rows,
        List<Marker> markers,
        Claims claims,
        Supplier<Set<Money>> apart,
        Seam seam) {
    /**
     * What decides whether pages before or after may go on with the statement.
     *
     * @param opened a row prints the balance before the rows
     * @param openings how many of the claimed openings are such rows, {@code closings} likewise
     * @param dateStyle how dates were read: order, era and whether bare digits were turned
     * @param years every row prints its year
     * @param begun the balance before the rows is named as opening, and not only carried over
     */
    record Seam(
            boolean opened,
            int openings,
            int closings,
            String dateStyle,
            boolean years,
            boolean begun) {}

    /** The same, its rows kept otherwise. */
    Stretch with(List<Transaction> otherRows, Claims otherClaims) {
        return with(otherRows, otherClaims, apart);
    }

    /** The same, holding on to no line of the paper; what stands apart only where rows break. */
    Stretch compact() {
        Rows small = Rows.of(rows);
        Set<Money> kept = claims.breaks().isEmpty() ? Set.of() : apart.get();
        return with(small, claims.with(small), () -> kept);
    }

    private Stretch with(
            List<Transaction> otherRows, Claims otherClaims, Supplier<Set<Money>> otherApart) {
        return new Stretch(
                type,
                label,
                about,
                details,
                lastBalance,
                liability,
                firstPage,
                lastPage,
                otherRows,
                markers,
                otherClaims,
                otherApart,
                seam);
    }

    /**
     * The same, where rows stand outside it of which nothing was made.
     *
     * @param rows their place, or that of the number of the page that the file lacks them behind
     */
    Stretch beside(Place rows) {
        return with(this.rows, claims.beside(rows));
    }

    /**
     * The same, where rows are surely missed: those of another account that follow from one another
     * and have no day, or those of a page that the file lacks.
     *
     * @param rows their place, or that of the number of the page that the file lacks them before
     */
    Stretch missing(Place rows) {
        return with(this.rows, claims.missing(rows));
    }

    Statement statement() {
        Claims settled = Sides.settled(claims);
        return settled == claims ? settled() : with(rows, settled).settled();
    }

    private Statement settled() {
        return new Statement(
                type,
                label.bank().map(Bank::issuer),
                Optional.of(label.format()),
                about.account(),
                details.accountType(),
                details.number(),
                about.holder(),
                claims.period(),
                details.issuedOn(),
                about.currency(),
                end(claims.openings(), claims.runsFrom()),
                end(claims.closings(), claims.runsTo()).or(() -> lastBalance).or(this::carriedOver),
                liability,
                claims.newestFirst(),
                firstPage,
                lastPage,
                rows,
                markers,
                mended(new Prover().prove(claims)));
    }

    /** What is carried over after the last row is where a statement without other words ends. */
    private Optional<Figure> carriedOver() {
        return markers.stream()
                .filter(marker -> marker.kind() == Marker.Kind.CARRIED_FORWARD)
                .filter(marker -> marker.afterTransaction() == rows.size())
                .filter(marker -> marker.balance().equals(claims.runsTo()))
                .flatMap(marker ->
                        marker.cells().stream()
                                .reduce((_, last) -> last)
                                .map(Cell::place)
                                .map(place -> new Figure(marker.balance().orElseThrow(), place))
                                .stream())
                .findFirst();
    }

    /** A proof that fails with offers of what may have been meant. */
    private Proof mended(Proof proof) {
        if (proof.broken().isEmpty()) {
            return proof;
        }
        List<Transaction> printed = claims.transactions();
        return new Proof(
                proof.verdict(),
                proof.checks(),
                Repairs.of(
                        new ArrayList<>(claims.newestFirst() ? printed.reversed() : printed),
                        end(claims.openings(), claims.runsFrom())
                                .or(() -> claims.openings().stream().findFirst()),
                        end(claims.closings(), claims.runsTo())
                                .or(() -> claims.closings().stream().findFirst()),
                        claims.breaks(),
                        apart.get()));
    }

    private static Optional<Figure> end(List<Figure> figures, Optional<Money> runs) {
        if (runs.isEmpty()) {
            return figures.stream().findFirst();
        }
        return figures.stream().filter(each -> each.money().equals(runs.get())).findFirst();
    }
}
