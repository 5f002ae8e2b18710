package za.co.spikedata.vault;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.Origin;
import za.co.spikedata.tenancy.TenantId;

/**
 * Tells the trail of what does not open though it is here: somebody changed it, or put it in
 * another's place. Commands work without a trail; there the log has it.
 */
@Component
class BrokenSeals {
    private static final Logger log = LoggerFactory.getLogger(BrokenSeals.class);

    /** A broken value may be met with every request; each is told once while it is remembered. */
    private static final int MOST_REMEMBERED = 1_000;

    private final ObjectProvider<Audit> audit;
    private final Set<String> told =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                @Override
                                protected boolean removeEldestEntry(
                                        Map.Entry<String, Boolean> eldest) {
                                    return size() > MOST_REMEMBERED;
                                }
                            }));

    BrokenSeals(ObjectProvider<Audit> audit) {
        this.audit = audit;
    }

    /**
     * Opens something, and tells when it does not open.
     *
     * @param subject where it stands; ids, never content
     */
    <T> T opened(TenantId tenant, String subject, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (Unsealable changed) {
            tell(tenant, subject);
            throw changed;
        } catch (KeyRefused refused) {
            if (refused.isOfWhatWasWrapped()) {
                tell(tenant, subject);
            }
            throw refused;
        }
    }

    /** Tells when a stream ended because its bytes are not those that were written. */
    void ended(TenantId tenant, String subject, Exception cause) {
        if (cause.getCause() instanceof GeneralSecurityException) {
            tell(tenant, subject);
        }
    }

    /** On a thread of its own: the caller's transaction will be taken back, this must stay. */
    private void tell(TenantId tenant, String subject) {
        if (!told.add(tenant + "/" + subject)) {
            return;
        }
        var origin = Origin.current();
        Thread.startVirtualThread(() -> {
            try (var _ = origin.enter()) {
                audit.ifAvailable(trail -> trail.record(tenant, "system", "seal.broken", subject));
            } catch (RuntimeException failed) {
                told.remove(tenant + "/" + subject);
                log.error("Expected to tell the trail of a broken seal of {}", tenant, failed);
            }
        });
    }
}
