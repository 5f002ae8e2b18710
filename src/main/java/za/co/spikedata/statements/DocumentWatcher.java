package za.co.spikedata.statements;

import java.util.List;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** Is told, in the very transaction, what becomes of documents that programs brought. */
@FunctionalInterface
public interface DocumentWatcher {
    /** What becomes of them. */
    enum Happening {
        DONE,
        FAILED,
        /** It waits for a password. */
        LOCKED,
        DELETED
    }

    void happened(TenantId tenant, List<UUID> documents, Happening happening);
}
