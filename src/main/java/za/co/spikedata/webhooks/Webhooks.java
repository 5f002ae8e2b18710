package za.co.spikedata.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.TenantDatabase;

/** What a tenant's administrators do with their endpoints; each act leaves an audit line. */
@Component
class Webhooks {
    /** How long receivers have to learn a new secret. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final Wakes wakes;
    private final EndpointSeals seals;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Wakes wakes,
            EndpointSeals seals,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.wakes = wakes;
        this.seals = seals;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an administrator decides about one. */
    record Wish(String name, String url, Set<Event> events) {
        @Override
        public String toString() {
            return "Wish[*]";
        }
    }

    /** An endpoint with the secret that is shown this once. */
    record Made(Endpoint endpoint, String secret) {
        @Override
        public String toString() {
            return "Made[" + endpoint.id() + "]";
        }
    }

    /** Empty when there are as many as there may be. */
    Optional<Made> make(Person person, Wish wish) {
        var tenant = person.tenant();
        var id = UUID.randomUUID();
        var secret = Signing.secret();
        var endpoint =
                new Endpoint(
                        id,
                        wish.name(),
                        seals.url(tenant, id, wish.url()),
                        wish.events(),
                        Endpoint.State.ACTIVE,
                        Endpoint.Origin.HAND,
                        person.id().toString(),
                        now(),
                        Optional.empty());
        boolean isMade =
                act(
                        person,
                        "webhook.made",
                        id,
                        () -> {
                            var others =
                                    endpoints.all(tenant).stream().filter(each -> !each.isLeft());
                            if (others.count() >= NamedWebhook.MOST) {
                                return false;
                            }
                            endpoints.insert(tenant, endpoint, seals.secret(tenant, id, secret));
                            return true;
                        });
        return isMade ? Optional.of(new Made(endpoint, secret)) : Optional.empty();
    }

    /** Gives it a new secret; for a day deliveries are signed by the old one too. */
    Optional<Made> rotate(Person person, Endpoint endpoint) {
        var secret = Signing.secret();
        var sealed = seals.secret(person.tenant(), endpoint.id(), secret);
        boolean isDone =
                act(
                        person,
                        "webhook.rotated",
                        endpoint.id(),
                        () ->
                                endpoints.rotate(
                                        person.tenant(),
                                        endpoint.id(),
                                        sealed,
                                        now(),
                                        now().plus(OVERLAP)));
        return isDone ? Optional.of(new Made(endpoint, secret)) : Optional.empty();
    }

    /** Not one that the document names. */
    boolean pause(Person person, Endpoint endpoint) {
        return act(
                person,
                "webhook.paused",
                endpoint.id(),
                () ->
                        endpoint.isByHand()
                                && endpoints.become(
                                        person.tenant(), endpoint.id(), Endpoint.State.PAUSED));
    }

    /** Not one that the document names no more. */
    boolean resume(Person person, Endpoint endpoint) {
        return act(
                person,
                "webhook.resumed",
                endpoint.id(),
                () -> {
                    wakes.at(person.tenant(), now());
                    return endpoints.become(person.tenant(), endpoint.id(), Endpoint.State.ACTIVE);
                });
    }

    /** With its log; not one that the document names. */
    boolean delete(Person person, Endpoint endpoint) {
        return act(
                person,
                "webhook.deleted",
                endpoint.id(),
                () -> endpoints.delete(person.tenant(), endpoint.id()));
    }

    boolean test(Person person, Endpoint endpoint) {
        return act(
                person,
                "webhook.tested",
                endpoint.id(),
                () -> {
                    if (endpoint.isLeft()) {
                        return false;
                    }
                    deliveries.test(person.tenant(), UUID.randomUUID(), endpoint.id(), now());
                    wakes.at(person.tenant(), now());
                    return true;
                });
    }

    boolean redeliver(Person person, Endpoint endpoint, UUID delivery) {
        return act(
                person,
                "webhook.redelivered",
                endpoint.id(),
                () -> {
                    wakes.at(person.tenant(), now());
                    return !endpoint.isLeft()
                            && deliveries.again(person.tenant(), endpoint.id(), delivery, now());
                });
    }

    private boolean act(Person person, String action, UUID endpoint, BooleanSupplier work) {
        var tenant = person.tenant();
        return database.call(
                tenant,
                () -> {
                    boolean isDone = work.getAsBoolean();
                    if (isDone) {
                        audit.record(tenant, person.id().toString(), action, endpoint.toString());
                    }
                    return isDone;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
