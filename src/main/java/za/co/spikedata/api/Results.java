package za.co.spikedata.api;

import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.api.wire.Outcomes;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.statements.files.FileForm;
import za.co.spikedata.tenancy.Tenants;

/** Gives results out, each paid for the first time it is asked for. */
@Component
class Results {
    private final Tenants tenants;
    private final ProgramDocuments documents;
    private final TakingTable takings;
    private final Outcomes outcomes;
    private final Charges charges;
    private final Ledger credits;

    Results(
            Tenants tenants,
            ProgramDocuments documents,
            TakingTable takings,
            Outcomes outcomes,
            Charges charges,
            Ledger credits) {
        this.tenants = tenants;
        this.documents = documents;
        this.takings = takings;
        this.outcomes = outcomes;
        this.charges = charges;
        this.credits = credits;
    }

    private boolean isOffered(Client client, FileForm form) {
        return tenants.find(client.tenant())
                .filter(brand -> form.isOffered(brand.tenant()))
                .isPresent();
    }

    /**
     * @throws Refused when there is none, none in this form, or too little credit for it
     */
    ReadResult.Read paid(Client client, UUID document, FileForm form) {
        var taking =
                takings.find(client.tenant(), document)
                        .orElseThrow(() -> new Refused(Problem.UNKNOWN));
        var read =
                documents
                        .result(client.tenant(), client.credential(), document)
                        .orElseThrow(() -> new Refused(Problem.UNREAD));
        var outcome = outcomes.of(read);
        if (outcome instanceof Outcome.Failed) {
            throw new Refused(Problem.UNREAD);
        }
        if (!isOffered(client, form) || !form.isFor(read.statements())) {
            throw new Refused(Problem.NOT_ACCEPTABLE);
        }
        return switch (credits.charge(client, charges.of(client, taking, outcome))) {
            case Ledger.Charged.Done _ -> read;
            case Ledger.Charged.Insufficient _ -> throw new Refused(Problem.NO_CREDIT);
        };
    }
}
