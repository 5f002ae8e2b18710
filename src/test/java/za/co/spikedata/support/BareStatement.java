package za.co.spikedata.support;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** A statement of one page with running balances, that says nothing above its rows. */
public final class BareStatement {
    private BareStatement() {}

    /**
     * @param owed whether its balances are what is owed
     */
    public static Statement of(
            boolean owed, Verdict verdict, List<Transaction> rows, List<Marker> markers) {
        return new Statement(
                StatementType.RUNNING_BALANCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                owed,
                false,
                1,
                1,
                rows,
                markers,
                new Proof(verdict, List.of()));
    }
}
