package za.co.spikedata.engine.proof;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Rows;

/**
 * Settles the side of opening and closing figures that are printed without the letters that the
 * table uses. One paper leaves them out in one manner: all stand as they are printed, or all for
 * the other side. Were each free, a payment that lost its letter could pass with one end turned.
 */
public final class Sides {
    private Sides() {}

    /** The same claims, their ends on the one side that agrees more; as printed where none does. */
    public static Claims settled(Claims claims) {
        if (claims.turned().isEmpty() || isHeldByBalances(claims)) {
            return claims;
        }
        Claims printed =
                claims.with(
                        asPrinted(claims, claims.openings()), asPrinted(claims, claims.closings()));
        Claims turned =
                claims.with(turned(claims, claims.openings()), turned(claims, claims.closings()));
        return agreements(turned) > agreements(printed) ? turned : printed;
    }

    /** Lettered balances tell the side of each end, and no row needs the ends to be held. */
    private static boolean isHeldByBalances(Claims claims) {
        return claims.hasBalances()
                && claims.breaks().isEmpty()
                && claims.covered().stream().allMatch(each -> each);
    }

    private static List<Figure> asPrinted(Claims claims, List<Figure> figures) {
        return figures.stream().filter(each -> !claims.turned().contains(each)).toList();
    }

    private static List<Figure> turned(Claims claims, List<Figure> figures) {
        return figures.stream()
                .filter(each ->
                        !claims.turned().contains(new Figure(each.money().negated(), each.place())))
                .toList();
    }

    private static int agreements(Claims claims) {
        Money sum = Rows.sum(claims.transactions());
        boolean meets =
                claims.openings().stream()
                        .anyMatch(each -> holds(claims.closings(), each.money().plus(sum)));
        return (meets ? 1 : 0)
                + (holds(claims.openings(), claims.runsFrom()) ? 1 : 0)
                + (holds(claims.closings(), claims.runsTo()) ? 1 : 0);
    }

    private static boolean holds(List<Figure> figures, Optional<Money> money) {
        return money.isPresent() && holds(figures, money.get());
    }

    private static boolean holds(List<Figure> figures, Money money) {
        return figures.stream().anyMatch(each -> each.money().equals(money));
    }
}
