package za.co.spikedata.webhooks;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Makes a tenant's endpoints those that its document names, whichever they were before; those made
 * by hand are nothing to it. Each keeps its secret by its name, also while no document names it.
 */
@Component
class NamedEndpoints {
    private static final String BY = "system";

    private final EndpointTable endpoints;
    private final NamedEndpointTable table;
    private final DeliveryTable deliveries;
    private final EndpointSeals seals;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    NamedEndpoints(
            EndpointTable endpoints,
            NamedEndpointTable table,
            DeliveryTable deliveries,
            EndpointSeals seals,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.table = table;
        this.deliveries = deliveries;
        this.seals = seals;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    void settle(TenantId tenant, List<NamedWebhook> named) {
        database.run(
                tenant,
                () -> {
                    table.alone(tenant);
                    var others =
                            endpoints.all(tenant).stream()
                                    .filter(each -> !each.isByHand())
                                    .collect(Collectors.toMap(Endpoint::name, Function.identity()));
                    for (var each : named) {
                        Optional.ofNullable(others.remove(each.name()))
                                .ifPresentOrElse(
                                        found -> change(tenant, found, each),
                                        () -> make(tenant, each));
                    }
                    others.values().stream()
                            .filter(each -> !each.isLeft())
                            .forEach(each -> leave(tenant, each));
                });
    }

    private void make(TenantId tenant, NamedWebhook named) {
        var id = UUID.randomUUID();
        var endpoint =
                new Endpoint(
                        id,
                        named.name(),
                        seals.url(tenant, id, named.url()),
                        Event.chosen(named.events()),
                        Endpoint.State.ACTIVE,
                        Endpoint.Origin.DOCUMENT,
                        BY,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Optional.empty());
        endpoints.insert(tenant, endpoint, seals.secret(tenant, id, Signing.secret()));
        record(tenant, "webhook.named", endpoint);
    }

    /** One that was given up is tried again where it comes back, or is somewhere else. */
    private void change(TenantId tenant, Endpoint endpoint, NamedWebhook named) {
        var events = Event.chosen(named.events());
        boolean isThere = !endpoint.isLeft() && seals.url(tenant, endpoint).equals(named.url());
        if (isThere && endpoint.events().equals(events)) {
            return;
        }
        table.name(
                tenant,
                new Endpoint(
                        endpoint.id(),
                        endpoint.name(),
                        seals.url(tenant, endpoint.id(), named.url()),
                        events,
                        isThere ? endpoint.state() : Endpoint.State.ACTIVE,
                        Endpoint.Origin.DOCUMENT,
                        endpoint.createdBy(),
                        endpoint.createdAt(),
                        Optional.empty()));
        record(tenant, endpoint.isLeft() ? "webhook.named" : "webhook.changed", endpoint);
    }

    private void leave(TenantId tenant, Endpoint endpoint) {
        table.leave(tenant, endpoint.id());
        deliveries.forgetWaiting(tenant, endpoint.id());
        record(tenant, "webhook.left", endpoint);
    }

    private void record(TenantId tenant, String action, Endpoint endpoint) {
        audit.record(tenant, BY, action, endpoint.id().toString());
    }
}
