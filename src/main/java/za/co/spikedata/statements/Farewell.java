package za.co.spikedata.statements;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.PersonRemoved;
import za.co.spikedata.retention.Deletions;
import za.co.spikedata.retention.Rule;

/** With a person go their statements, in the same transaction: rows and keys. */
@Component
class Farewell {
    private static final int BATCH = 1_000;

    private final KeptStatements kept;
    private final Deletions deletions;

    Farewell(KeptStatements kept, Deletions deletions) {
        this.kept = kept;
        this.deletions = deletions;
    }

    @EventListener
    void removed(PersonRemoved event) {
        var tenant = event.person().tenant();
        var owner = event.person().id().value();
        for (var items = kept.of(tenant, owner, BATCH);
                !items.isEmpty();
                items = kept.of(tenant, owner, BATCH)) {
            if (deletions.begin(tenant, "system", kept, Rule.ACCOUNT_ENDED, items).isEmpty()) {
                return; // a legal hold keeps them
            }
        }
    }
}
