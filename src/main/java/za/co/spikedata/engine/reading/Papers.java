package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.TokenLine;

/** Finds where one file goes on with another paper: a page headed with days of its own. */
public final class Papers {
    /** A paper may begin on the day the last one ended. */
    private static final int SHARED_DAYS = 1;

    private Papers() {}

    /** Index of the first line of each paper but the first. */
    public static NavigableSet<Integer> starts(List<TokenLine> lines) {
        var starts = new TreeSet<Integer>();
        Optional<Periods.Printed> current = Optional.empty();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i < lines.size() && lines.get(i).page() == lines.get(start).page()) {
                continue;
            }
            List<TokenLine> page = lines.subList(start, i);
            Optional<Periods.Printed> heads = headed(page);
            if (heads.isPresent() && page.stream().anyMatch(TokenLine::isRow)) {
                if (current.isPresent() && areApart(current.get(), heads.get())) {
                    starts.add(start);
                    current = heads;
                }
                current = current.or(() -> heads);
            }
            start = i;
        }
        return starts;
    }

    /** The days a page says it covers, before its table. */
    private static Optional<Periods.Printed> headed(List<TokenLine> page) {
        var head = new ArrayList<TokenLine>();
        for (TokenLine line : page) {
            if (Header.of(line).filter(Header::opensTable).isPresent()) {
                break;
            }
            head.add(line);
        }
        return Periods.of(head).stream().findFirst();
    }

    /** However the dates are read, one ends before the other begins. */
    private static boolean areApart(Periods.Printed one, Periods.Printed two) {
        boolean any = false;
        for (DateOrder order : DateOrder.values()) {
            Optional<Period> first = Calendar.period(order, one);
            Optional<Period> second = Calendar.period(order, two);
            if (first.isPresent() && second.isPresent()) {
                any = true;
                if (!isBefore(first.get(), second.get()) && !isBefore(second.get(), first.get())) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean isBefore(Period one, Period two) {
        return !two.from().isBefore(one.to().minusDays(SHARED_DAYS))
                && two.to().isAfter(one.to())
                && two.from().isAfter(one.from());
    }
}
