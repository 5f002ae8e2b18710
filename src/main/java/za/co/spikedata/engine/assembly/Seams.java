package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Rows;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.proof.Claims;

/**
 * Joins stretches of one statement. At a seam the balance after the older rows must be the one
 * before the newer rows; that equation holds the rows up to the first balance behind the seam.
 */
final class Seams {
    private Seams() {}

    /** Whether a stretch, as the first of a statement, is of a kind that others can go on with. */
    static boolean mayGoOn(Stretch stretch) {
        Claims claims = stretch.claims();
        return claims.hasBalances()
                && claims.chainHolds() > 0
                && stretch.seam().years()
                && claims.totals() == 0
                && claims.totalFaults().isEmpty();
    }

    /** Whether the second stretch, in printed order, goes on with the first. */
    static boolean hold(Stretch first, Stretch second) {
        boolean newestFirst = first.claims().newestFirst();
        Stretch older = newestFirst ? second : first;
        Stretch newer = newestFirst ? first : second;
        Optional<Money> balance = older.claims().runsTo();
        return mayGoOn(second)
                && second.claims().newestFirst() == newestFirst
                && second.seam().dateStyle().equals(first.seam().dateStyle())
                && older.seam().closings() == 0
                && balance.isPresent()
                && balance.equals(newer.claims().runsFrom());
    }

    /**
     * @param stretches in printed order, each of which holds to the next
     */
    static Stretch joined(List<Stretch> stretches) {
        if (stretches.size() == 1) {
            return stretches.getFirst();
        }
        Stretch first = stretches.getFirst();
        boolean newestFirst = first.claims().newestFirst();
        Stretch oldest = newestFirst ? stretches.getLast() : first;
        Stretch newest = newestFirst ? first : stretches.getLast();
        List<Rows> parts = new ArrayList<>();
        var markers = new ArrayList<Marker>();
        var breaks = new ArrayList<Claims.Fault>();
        var covered = new ArrayList<Boolean>();
        int rows = 0;
        for (Stretch each : stretches) {
            parts.add((Rows) each.rows());
            for (Marker marker : each.markers()) {
                markers.add(moved(marker, rows, each == oldest));
            }
            for (Claims.Fault fault : each.claims().breaks()) {
                breaks.add(moved(fault, rows));
            }
            covered.addAll(each == oldest ? each.claims().covered() : covered(each));
            rows += each.rows().size();
        }
        Rows all = Rows.joined(parts);
        List<Claims> claims = stretches.stream().map(Stretch::claims).toList();
        List<Stretch> newer = stretches.stream().filter(each -> each != oldest).toList();
        int carried = (int) newer.stream().filter(each -> each.seam().opened()).count();
        int followed = (int) newer.stream().filter(Seams::moves).count();
        return new Stretch(
                first.type(),
                first.label(),
                stretches.stream().map(Stretch::about).reduce(About::or).orElseThrow(),
                stretches.stream().map(Stretch::details).reduce(Details::or).orElseThrow(),
                newest.lastBalance(),
                first.liability(),
                first.firstPage(),
                stretches.getLast().lastPage(),
                all,
                markers,
                new Claims(
                        true,
                        claims.stream().mapToInt(Claims::chainHolds).sum() + followed,
                        claims.stream().mapToInt(Claims::carried).sum() + carried,
                        breaks,
                        covered,
                        oldest.claims().oldestReadAsOthers(),
                        oldest.claims().runsFrom(),
                        newest.claims().runsTo(),
                        openings(stretches, oldest),
                        claims.stream().flatMap(each -> each.closings().stream()).toList(),
                        claims.stream()
                                .flatMap(each -> each.turned().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        claims.stream().flatMap(each -> each.period().stream()).findFirst(),
                        newestFirst,
                        all,
                        0,
                        List.of(),
                        false,
                        claims.stream().mapToInt(Claims::coveredLines).sum(),
                        claims.stream().flatMap(each -> each.missed().stream()).findFirst(),
                        claims.stream().flatMap(each -> each.besides().stream()).findFirst()),
                () ->
                        stretches.stream()
                                .flatMap(each -> each.apart().get().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                first.seam());
    }

    /** A balance brought forward opens a stretch, but not the statement. */
    private static List<Figure> openings(List<Stretch> stretches, Stretch oldest) {
        var openings = new ArrayList<>(oldest.claims().openings());
        for (Stretch each : stretches) {
            List<Figure> own = each.claims().openings();
            openings.addAll(
                    each == oldest ? List.of() : own.subList(each.seam().openings(), own.size()));
        }
        return openings;
    }

    /** With the rows up to its oldest balance held by the seam before them. */
    private static List<Boolean> covered(Stretch stretch) {
        var covered = new ArrayList<>(stretch.claims().covered());
        List<Boolean> oldestFirst = stretch.claims().newestFirst() ? covered.reversed() : covered;
        for (int i = 0; i <= firstBalance(stretch); i++) {
            oldestFirst.set(i, true);
        }
        return covered;
    }

    /** The equation at the seam is one over a movement of money that no other row counts. */
    private static boolean moves(Stretch stretch) {
        List<Transaction> rows = oldestFirst(stretch);
        Money moved = Money.ZERO;
        for (int i = 0; i <= firstBalance(stretch); i++) {
            moved = moved.plus(rows.get(i).amount());
        }
        return !stretch.seam().opened() && !moved.isZero();
    }

    /** Index of the oldest row that prints a balance, oldest first; -1 when none does. */
    private static int firstBalance(Stretch stretch) {
        List<Transaction> rows = oldestFirst(stretch);
        for (int i = 0; i < rows.size(); i++) {
            if (printsBalance(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Transaction> oldestFirst(Stretch stretch) {
        return stretch.claims().newestFirst() ? stretch.rows().reversed() : stretch.rows();
    }

    private static boolean printsBalance(Transaction row) {
        return row.cells().stream().anyMatch(cell -> cell.column() == Cell.Column.BALANCE);
    }

    private static Marker moved(Marker marker, int by, boolean isOldest) {
        boolean carries = marker.kind() == Marker.Kind.OPENING && !isOldest;
        return new Marker(
                carries ? Marker.Kind.BROUGHT_FORWARD : marker.kind(),
                marker.afterTransaction() + by,
                marker.date(),
                marker.description(),
                marker.balance(),
                marker.cells());
    }

    private static Claims.Fault moved(Claims.Fault fault, int by) {
        return fault.transaction() == 0
                ? fault
                : new Claims.Fault(
                        fault.transaction() + by, fault.expected(), fault.printed(), fault.place());
    }
}
