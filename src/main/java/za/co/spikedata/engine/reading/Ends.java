package za.co.spikedata.engine.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.MoneyToken;

/**
 * Figures the paper names as balances before and after its rows.
 *
 * @param opening as printed, {@code closing} likewise
 */
public record Ends(List<MoneyToken> opening, List<MoneyToken> closing) {
    public Ends {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
    }

    /** Either sign, since a summary may print a debt without one. */
    public Set<Money> openings() {
        return eitherSign(opening);
    }

    public Set<Money> closings() {
        return eitherSign(closing);
    }

    /** Whether rows of that sum lead from an opening to a closing balance, read by the rules. */
    public boolean meet(Money sum, Rules rules) {
        return opening.stream()
                .anyMatch(from -> {
                    Money expected = rules.figure(from).plus(sum);
                    return closing.stream().anyMatch(to -> rules.figure(to).equals(expected));
                });
    }

    private static Set<Money> eitherSign(List<MoneyToken> tokens) {
        var money = new HashSet<Money>();
        for (MoneyToken token : tokens) {
            money.add(token.magnitude());
            money.add(token.magnitude().negated());
        }
        return money;
    }
}
