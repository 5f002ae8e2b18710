package za.co.spikedata.statements;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.PersonRemoved;
import za.co.spikedata.vault.Vault;

/** With a person go their statements, in the same transaction: rows and keys. */
@Component
class Farewell {
    private final DocumentTable documents;
    private final Vault vault;
    private final Audit audit;

    Farewell(DocumentTable documents, Vault vault, Audit audit) {
        this.documents = documents;
        this.vault = vault;
        this.audit = audit;
    }

    @EventListener
    void removed(PersonRemoved event) {
        var person = event.person();
        var tenant = person.tenant();
        for (var document : documents.mine(tenant, person.id(), "all", Integer.MAX_VALUE, 0)) {
            documents.delete(tenant, document.id());
            vault.destroy(tenant, document.vault());
            audit.record(tenant, "system", "statement.deleted", document.id().toString());
        }
    }
}
