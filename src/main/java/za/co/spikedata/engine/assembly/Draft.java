package za.co.spikedata.engine.assembly;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Step;

/**
 * A segment's steps as transactions and markers, in printed order.
 *
 * @param undated rows whose year no print tells
 * @param steps what the transactions were, one for each
 */
record Draft(List<Transaction> transactions, List<Marker> markers, int undated, List<Step> steps) {
    /** Id of the transaction each step became, by the step itself. */
    Map<Step, Integer> ids() {
        var ids = new IdentityHashMap<Step, Integer>();
        for (int i = 0; i < steps.size(); i++) {
            ids.put(steps.get(i), transactions.get(i).id());
        }
        return ids;
    }
}
