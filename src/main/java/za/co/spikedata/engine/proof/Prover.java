package za.co.spikedata.engine.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Check.Rule;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.Rows;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/**
 * Holds a statement's rows to what the paper prints.
 *
 * <p>The verdict: CONTRADICTED when any check is broken. PROVEN when every row's amount stands in
 * an equation that holds: between two printed balances, between opening and closing, or in the
 * printed total of its part. One row may lack that, the oldest of a paper that prints running
 * balances and no opening balance: its amount stands in columns whose meaning the equations of
 * other rows prove, and {@code NotPrinted(OPENING_TO_CLOSING)} says that nothing else supports it.
 * UNPROVEN otherwise, and always when no equation moves money: an empty table proves nothing.
 */
public final class Prover {
    /** A row this long outside the period, or before one above it, was given another year. */
    private static final int FAR_DAYS = 300;

    public Proof prove(Claims claims) {
        var checks = new ArrayList<Check>();
        chain(claims, checks);
        if (claims.carried() > 0) {
            checks.add(new Check.Holds(Rule.CARRIED_FORWARD, claims.carried()));
        }
        boolean endsMeet = ends(claims, checks);
        totals(claims, checks);
        dates(claims, endsMeet, checks);
        coverage(claims, endsMeet, checks);
        return new Proof(verdict(claims, checks, endsMeet), checks);
    }

    private static Verdict verdict(Claims claims, List<Check> checks, boolean endsMeet) {
        if (checks.stream().anyMatch(Prover::contradicts)) {
            return Verdict.CONTRADICTED;
        }
        if (checks.stream().anyMatch(Check.Broken.class::isInstance)) {
            return Verdict.UNPROVEN;
        }
        boolean moves = claims.transactions().stream().anyMatch(row -> !row.amount().isZero());
        if (claims.transactions().isEmpty() || !moves) {
            return Verdict.UNPROVEN;
        }
        if (endsMeet || claims.totalsCoverAll()) {
            return Verdict.PROVEN;
        }
        List<Boolean> covered =
                claims.newestFirst() ? claims.covered().reversed() : claims.covered();
        boolean allButOldest = covered.stream().skip(1).allMatch(each -> each);
        boolean oldest =
                covered.getFirst() || claims.openings().isEmpty() && claims.oldestReadAsOthers();
        boolean chained = claims.hasBalances() && claims.chainHolds() > 0;
        return chained && allButOldest && oldest ? Verdict.PROVEN : Verdict.UNPROVEN;
    }

    /** A row passed over or dated in another year is a fault of the reading, not of the paper. */
    private static boolean contradicts(Check check) {
        return check instanceof Check.Broken
                && check.rule() != Rule.COVERAGE
                && check.rule() != Rule.DATE_ORDER
                && check.rule() != Rule.DATE_IN_PERIOD;
    }

    /** Between printed ends that the rows lead from and to, nothing outside the table moved. */
    private static void coverage(Claims claims, boolean endsMeet, List<Check> checks) {
        boolean isWhole = endsMeet && !claims.closings().isEmpty();
        Optional<Place> missed =
                claims.missed().or(() -> isWhole ? Optional.empty() : claims.besides());
        if (missed.isPresent()) {
            checks.add(
                    new Check.Broken(Rule.COVERAGE, 0, Optional.empty(), Optional.empty(), missed));
        } else if (claims.coveredLines() > 0) {
            checks.add(new Check.Holds(Rule.COVERAGE, claims.coveredLines()));
        }
    }

    private static Check.Broken broken(Rule rule, Claims.Fault fault) {
        return new Check.Broken(
                rule,
                fault.transaction(),
                Optional.of(fault.expected()),
                Optional.of(fault.printed()),
                Optional.of(fault.place()));
    }

    private static void chain(Claims claims, List<Check> checks) {
        if (claims.chainHolds() > 0) {
            checks.add(new Check.Holds(Rule.BALANCE_CHAIN, claims.chainHolds()));
        } else if (claims.breaks().isEmpty()) {
            checks.add(new Check.NotPrinted(Rule.BALANCE_CHAIN));
        }
        for (Claims.Fault fault : claims.breaks()) {
            checks.add(broken(Rule.BALANCE_CHAIN, fault));
        }
    }

    private static void totals(Claims claims, List<Check> checks) {
        if (claims.totals() > 0) {
            checks.add(new Check.Holds(Rule.PRINTED_TOTAL, claims.totals()));
        }
        for (Claims.Fault fault : claims.totalFaults()) {
            checks.add(broken(Rule.PRINTED_TOTAL, fault));
        }
    }

    /** Whether opening, all rows and closing are printed and agree. */
    private static boolean ends(Claims claims, List<Check> checks) {
        Money sum = Rows.sum(claims.transactions());
        if (claims.openings().isEmpty()
                || claims.closings().isEmpty() && claims.runsTo().isEmpty()) {
            boolean closes =
                    claims.runsTo().isEmpty() || agrees(claims.closings(), claims.runsTo().get());
            if (!closes && claims.breaks().isEmpty()) {
                checks.add(
                        broken(
                                claims.runsTo().get(),
                                claims.closings().getFirst(),
                                lastRow(claims)));
                return false;
            }
            checks.add(new Check.NotPrinted(Rule.OPENING_TO_CLOSING));
            return false;
        }
        Optional<Figure> opening =
                claims.runsFrom().isPresent()
                        ? find(claims.openings(), claims.runsFrom().get())
                        : claims.openings().stream()
                                .filter(each -> agrees(claims.closings(), each.money().plus(sum)))
                                .findFirst();
        Money from = opening.orElse(claims.openings().getFirst()).money();
        Money expected = from.plus(sum);
        boolean reaches =
                (claims.closings().isEmpty() || agrees(claims.closings(), expected))
                        && (claims.runsTo().isEmpty() || claims.runsTo().get().equals(expected));
        if (opening.isPresent() && reaches) {
            checks.add(new Check.Holds(Rule.OPENING_TO_CLOSING, 1));
            return true;
        }
        if (claims.breaks().isEmpty()) {
            Figure closing =
                    claims.closings().isEmpty()
                            ? claims.openings().getFirst()
                            : claims.closings().getFirst();
            checks.add(
                    broken(expected, closing, claims.closings().isEmpty() ? 1 : lastRow(claims)));
        }
        return false;
    }

    private static int lastRow(Claims claims) {
        return claims.transactions().isEmpty() ? 0 : claims.transactions().getLast().id();
    }

    private static Check.Broken broken(Money expected, Figure printed, int row) {
        Place place = printed.place();
        return new Check.Broken(
                Rule.OPENING_TO_CLOSING,
                row,
                Optional.of(expected),
                Optional.of(printed.money()),
                Optional.of(place));
    }

    private static boolean agrees(List<Figure> figures, Money money) {
        return figures.isEmpty() || find(figures, money).isPresent();
    }

    private static Optional<Figure> find(List<Figure> figures, Money money) {
        return figures.stream().filter(figure -> figure.money().equals(money)).findFirst();
    }

    /**
     * Papers list days out of order and rows outside the period, but not years of them. Days that
     * only run backwards speak against the order that the balances alone were read in.
     */
    private static void dates(Claims claims, boolean endsMeet, List<Check> checks) {
        List<Transaction> rows = claims.transactions();
        Optional<Period> period = claims.period();
        boolean ordered = true;
        boolean backwards = claims.hasBalances() && !endsMeet && !claims.totalsCoverAll();
        int inside = 0;
        int far = -1;
        int early = -1;
        LocalDate latest = LocalDate.EPOCH;
        for (int i = 0; i < rows.size(); i++) {
            int place = claims.newestFirst() ? rows.size() - 1 - i : i;
            LocalDate date = Rows.date(rows, place);
            ordered &= !date.isBefore(latest);
            backwards &= i == 0 || !date.isAfter(latest);
            early = early < 0 && date.isBefore(latest.minusDays(FAR_DAYS)) ? place : early;
            latest = date.isAfter(latest) ? date : latest;
            if (period.isPresent()) {
                inside += period.get().contains(date) ? 1 : 0;
                far = far < 0 && isFarFrom(period.get(), date) ? place : far;
            }
        }
        if (backwards && !ordered) {
            checks.add(undated(Rule.DATE_ORDER, rows.getFirst()));
        } else if (early >= 0) {
            checks.add(undated(Rule.DATE_ORDER, rows.get(early)));
        } else if (ordered && rows.size() > 1) {
            checks.add(new Check.Holds(Rule.DATE_ORDER, rows.size() - 1));
        }
        if (period.isEmpty()) {
            checks.add(new Check.NotPrinted(Rule.DATE_IN_PERIOD));
            return;
        }
        if (inside == rows.size() && inside > 0) {
            checks.add(new Check.Holds(Rule.DATE_IN_PERIOD, inside));
        }
        if (far >= 0) {
            checks.add(undated(Rule.DATE_IN_PERIOD, rows.get(far)));
        }
    }

    private static Check.Broken undated(Rule rule, Transaction row) {
        return new Check.Broken(
                rule, row.id(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean isFarFrom(Period period, LocalDate date) {
        return date.isBefore(period.from().minusDays(FAR_DAYS))
                || date.isAfter(period.to().plusDays(FAR_DAYS));
    }
}
