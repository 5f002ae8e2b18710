package za.co.spikedata.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.People;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Writes down what came of each try, and gives endpoints up that answer nothing for long. */
@Component
class Settlements {
    static final Duration LONGEST_FAILING = Duration.ofDays(3);

    /** The server says that it wants no more. */
    private static final int GONE = 410;

    private final DeliveryTable deliveries;
    private final EndpointTable endpoints;
    private final Wakes wakes;
    private final TenantDatabase database;
    private final Tenants tenants;
    private final Origins origins;
    private final People people;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Settlements(
            DeliveryTable deliveries,
            EndpointTable endpoints,
            Wakes wakes,
            TenantDatabase database,
            Tenants tenants,
            Origins origins,
            People people,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.wakes = wakes;
        this.database = database;
        this.tenants = tenants;
        this.origins = origins;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    void settle(TenantId tenant, Delivery tried, Courier.Answer answer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.run(
                tenant,
                () -> {
                    if (!endpoints.lock(tenant, tried.endpoint())) {
                        return;
                    }
                    switch (answer) {
                        case Courier.Answer.Status(int code) when code / 100 == 2 ->
                                arrived(tenant, tried, code, now);
                        case Courier.Answer.Status(int code) ->
                                missed(tenant, tried, Integer.toString(code), code == GONE, now);
                        case Courier.Answer.None(var fault) ->
                                missed(tenant, tried, fault.name(), false, now);
                    }
                });
    }

    private void arrived(TenantId tenant, Delivery tried, int code, Instant now) {
        deliveries.settle(tenant, tried, Delivery.State.DELIVERED, Integer.toString(code), now);
        endpoints.reached(tenant, tried.endpoint());
    }

    private void missed(
            TenantId tenant, Delivery tried, String answer, boolean isGone, Instant now) {
        var wait = Backoff.after(tried.attempts(), ThreadLocalRandom.current().nextDouble());
        var next = now.plus(wait.orElse(Duration.ZERO));
        var state = wait.isPresent() ? Delivery.State.WAITING : Delivery.State.FAILED;
        if (!deliveries.settle(tenant, tried, state, answer, next)) {
            return;
        }
        var since = endpoints.missed(tenant, tried.endpoint(), now);
        if (isGone || since.filter(each -> each.isBefore(now.minus(LONGEST_FAILING))).isPresent()) {
            disable(tenant, tried);
        } else if (wait.isPresent()) {
            wakes.at(tenant, next);
        }
    }

    private void disable(TenantId tenant, Delivery tried) {
        var endpoint = endpoints.find(tenant, tried.endpoint()).orElseThrow();
        if (!endpoints.disable(tenant, endpoint.id())) {
            return;
        }
        audit.record(tenant, "system", "webhook.disabled", endpoint.id().toString());
        var page =
                origins.url(
                        tenants.find(tenant).orElseThrow().tenant(), "/webhooks/" + endpoint.id());
        people.administrators(tenant)
                .forEach(email ->
                        outbox.send(tenant, email, "webhook-disabled", endpoint.name(), page));
    }
}
