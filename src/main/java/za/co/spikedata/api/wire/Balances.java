package za.co.spikedata.api.wire;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.api.wire.Found.Break;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.engine.model.Money;

/** Holds each balance to the row before it. */
final class Balances {
    /** The contract's tolerance: a thousandth of the currency's unit. */
    private static final Money TOLERANCE = Money.ofThousandths(1);

    private Balances() {}

    static List<Break> breaks(List<Row> rows, boolean newestFirst) {
        var ordered = newestFirst ? rows.reversed() : rows;
        var breaks = new ArrayList<Break>();
        for (int i = 1; i < ordered.size(); i++) {
            var before = ordered.get(i - 1);
            var row = ordered.get(i);
            if (before.balance().isEmpty() || row.balance().isEmpty()) {
                continue;
            }
            var expected = before.balance().get().plus(row.amount().orElse(Money.ZERO));
            var difference = row.balance().get().minus(expected);
            var size = difference.isNegative() ? difference.negated() : difference;
            if (size.compareTo(TOLERANCE) > 0) {
                breaks.add(new Break.OfBalance(before, row, difference));
            }
        }
        return breaks;
    }
}
