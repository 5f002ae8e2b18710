package za.co.spikedata.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Ends tenants: takes every step anew until all are done, so it goes on after a kill. */
@Component
class Ender {
    /** Longer than any request or job takes that was under way; what it left goes too. */
    static final Duration STRAGGLERS = Duration.ofDays(1);

    private final EndingTable table;
    private final List<EndingStep> steps;
    private final Receipts receipts;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    @Autowired
    Ender(
            EndingTable table,
            EndingSteps steps,
            Receipts receipts,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this(table, steps.all(), receipts, database, audit, clock);
    }

    Ender(
            EndingTable table,
            List<EndingStep> steps,
            Receipts receipts,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.steps = List.copyOf(steps);
        this.receipts = receipts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The endings of a console that may not have left anything behind yet, the oldest first. */
    List<Ending> pending(TenantId console) {
        return table.pending(console, clock.instant().minus(STRAGGLERS));
    }

    void goOn(Ending ending) {
        if (!steps.stream().allMatch(step -> step.isDone(ending)) || ending.isComplete()) {
            return;
        }
        var console = ending.console();
        var receipt = receipts.signed(ending);
        database.run(
                console,
                () -> {
                    if (table.complete(console, ending.id(), receipt, clock.instant())) {
                        audit.record(console, "system", "tenant.ended", ending.tenant().value());
                    }
                });
    }
}
