package za.co.spikedata.errorstore;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.Vault;

/** Failing PDFs themselves: shown to who asked, while an administrator of theirs lets them. */
@Component
public class Openings {
    private static final int MOST_SHOWN = 100;

    private final OpeningTable openings;
    private final EntryTable entries;
    private final Tenants tenants;
    private final Vault vault;
    private final Sandbox sandbox;
    private final TenantDatabase database;
    private final Clock clock;

    Openings(
            OpeningTable openings,
            EntryTable entries,
            Tenants tenants,
            Vault vault,
            Sandbox sandbox,
            TenantDatabase database,
            Clock clock) {
        this.openings = openings;
        this.entries = entries;
        this.tenants = tenants;
        this.vault = vault;
        this.sandbox = sandbox;
        this.database = database;
        this.clock = clock;
    }

    /** Whose failure it is; for nothing but asking them. */
    public Optional<TenantId> tenantOf(UUID document) {
        return tenants.all().stream()
                .map(Brand::tenant)
                .map(tenant -> tenant.id())
                .filter(tenant -> entries.find(tenant, document).isPresent())
                .findFirst();
    }

    /** The newest first; those of deleted documents are gone with them. */
    public List<Opening> of(TenantId tenant) {
        return openings.all(tenant, MOST_SHOWN);
    }

    public Optional<Opening> find(TenantId tenant, UUID id) {
        return openings.find(tenant, id);
    }

    public Optional<Opening> latest(TenantId tenant, UUID document) {
        return openings.latest(tenant, document);
    }

    /** Asks, unless a wish for the document stands already or it is gone; one at a time. */
    public Optional<Opening> ask(TenantId tenant, UUID document, String by, String reason) {
        return database.call(
                tenant,
                () ->
                        entries.held(tenant, document)
                                .flatMap(entry -> ask(tenant, entry, by, reason)));
    }

    private Optional<Opening> ask(TenantId tenant, Entry entry, String by, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var standing =
                openings.latest(tenant, entry.document())
                        .map(latest -> latest.state(now))
                        .filter(state ->
                                state == Opening.State.ASKED || state == Opening.State.GRANTED);
        if (standing.isPresent()) {
            return Optional.empty();
        }
        var opening =
                new Opening(
                        UUID.randomUUID(),
                        entry.document(),
                        entry.person(),
                        by,
                        reason,
                        now,
                        Optional.empty(),
                        Optional.empty());
        openings.insert(tenant, opening);
        return Optional.of(opening);
    }

    /** Lets who asked look for so long from now; false when it is no longer asked. */
    public boolean approve(TenantId tenant, UUID id, String by, Duration length) {
        var now = clock.instant();
        return openings.answer(tenant, id, by, now.plus(length), now.minus(Opening.PATIENCE));
    }

    /** False when it is no longer asked. */
    public boolean refuse(TenantId tenant, UUID id, String by) {
        return openings.answer(tenant, id, by, null, clock.instant().minus(Opening.PATIENCE));
    }

    /**
     * The PDF with these words on each page; empty when nobody may look now, when it is deleted,
     * and when it cannot be stamped.
     *
     * @param by id of who looks
     */
    public Optional<byte[]> stamped(TenantId tenant, Opening opening, String by, String words)
            throws IOException {
        var entry = entries.find(tenant, opening.document());
        if (!opening.by().equals(by)
                || opening.state(clock.instant()) != Opening.State.GRANTED
                || entry.isEmpty()) {
            return Optional.empty();
        }
        var pdf = vault.read(tenant, entry.get().original());
        return pdf.flatMap(bytes -> sandbox.stamp(tenant.value(), bytes, words));
    }

    /** Notes that it was looked at; whether that was the first time. */
    public boolean isFirstLook(TenantId tenant, Opening opening) {
        return openings.open(tenant, opening.id(), clock.instant());
    }
}
