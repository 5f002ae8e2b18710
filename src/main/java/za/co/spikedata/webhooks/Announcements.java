package za.co.spikedata.webhooks;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.statements.DocumentWatcher;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Writes what happened down for every endpoint that wants to know, with what happened itself. */
@Component
class Announcements implements DocumentWatcher {
    private final Tenants tenants;
    private final DeliveryTable deliveries;
    private final Wakes wakes;
    private final Clock clock;

    Announcements(Tenants tenants, DeliveryTable deliveries, Wakes wakes, Clock clock) {
        this.tenants = tenants;
        this.deliveries = deliveries;
        this.wakes = wakes;
        this.clock = clock;
    }

    @Override
    public void happened(TenantId tenant, List<UUID> documents, Happening happening) {
        if (!tenants.offers(tenant, Feature.WEBHOOKS)) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (deliveries.announce(tenant, Event.of(happening), documents, now) > 0) {
            wakes.at(tenant, now);
        }
    }
}
