package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Map;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Step;

/**
 * A segment's steps as transactions and markers, in printed order.
 *
 * @param undated rows whose year no print tells
 * @param ids id of the transaction each step became, by the step itself
 */
record Draft(
        List<Transaction> transactions,
        List<Marker> markers,
        int undated,
        Map<Step, Integer> ids) {}
