package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.proof.Claims;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.MoneyToken;

/**
 * Printed totals held to the rows of the part of the table they end.
 *
 * @param holding parts whose total is the sum of their rows
 * @param broken totals that differ from their part's sum, where most do not
 * @param coversAll every row stands in a part whose total holds
 */
record Totals(Set<Integer> holding, List<Claims.Fault> broken, boolean coversAll) {
    static Totals of(Segment segment, Draft draft) {
        if (segment.steps().stream().noneMatch(step -> step.role() == Step.Role.TOTAL)) {
            return new Totals(Set.of(), List.of(), false);
        }
        Map<Step, Integer> ids = draft.ids();
        Map<Integer, Money> sums = new HashMap<>();
        Map<Integer, Integer> lasts = new HashMap<>();
        for (Step step : segment.transactions()) {
            sums.merge(step.row().part(), step.amount(), Money::plus);
            lasts.put(step.row().part(), ids.getOrDefault(step, 0));
        }
        var holding = new HashSet<Integer>();
        var broken = new ArrayList<Claims.Fault>();
        for (Step step : segment.steps()) {
            int part = step.row().part();
            Optional<MoneyToken> total = step.row().lastFigure();
            if (step.role() != Step.Role.TOTAL || total.isEmpty() || !sums.containsKey(part)) {
                continue;
            }
            Money sum = sums.getOrDefault(part, Money.ZERO);
            if (total.get().magnitude().thousandths() == Math.abs(sum.thousandths())) {
                holding.add(part);
            } else {
                var place = new Place(step.row().tokens().page(), total.get().box());
                broken.add(
                        new Claims.Fault(
                                lasts.getOrDefault(part, 0), sum, total.get().signed(), place));
            }
        }
        boolean trusted = holding.size() > broken.size();
        boolean nonZero =
                holding.stream().noneMatch(part -> sums.getOrDefault(part, Money.ZERO).isZero());
        return new Totals(
                Set.copyOf(holding),
                trusted ? List.copyOf(broken) : List.of(),
                nonZero && !sums.isEmpty() && holding.containsAll(sums.keySet()));
    }
}
