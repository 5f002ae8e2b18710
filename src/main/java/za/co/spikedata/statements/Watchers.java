package za.co.spikedata.statements;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.statements.DocumentWatcher.Happening;
import za.co.spikedata.tenancy.TenantId;

/** Tells whoever watches what becomes of programs' documents; people's are nobody else's. */
@Component
class Watchers {
    private final ObjectProvider<DocumentWatcher> all;

    Watchers(ObjectProvider<DocumentWatcher> all) {
        this.all = all;
    }

    /** In the open transaction. */
    void ended(TenantId tenant, Document document, ReadResult result) {
        if (document.person().equals(Bringer.PROGRAMS)) {
            tell(tenant, List.of(document.id().value()), happening(result));
        }
    }

    private static Happening happening(ReadResult result) {
        return switch (result) {
            case ReadResult.Read _ -> Happening.DONE;
            case ReadResult.Unreadable _ ->
                    Endings.isLocked(result) ? Happening.LOCKED : Happening.FAILED;
        };
    }

    /** In the open transaction. */
    void deleted(TenantId tenant, List<UUID> ofPrograms) {
        if (!ofPrograms.isEmpty()) {
            tell(tenant, ofPrograms, Happening.DELETED);
        }
    }

    private void tell(TenantId tenant, List<UUID> documents, Happening happening) {
        all.forEach(each -> each.happened(tenant, documents, happening));
    }
}
