package za.co.spikedata.webhooks;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.destinations.Destination;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/**
 * Sends what is due. It has threads of its own, so that servers that do not answer keep no reading
 * waiting; they are the platform's, since looking a name up would hold a virtual one's carrier.
 */
@Component
class Sender {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private static final DeliveryTable.Most MOST = new DeliveryTable.Most(4, 2);

    private static final int THREADS = 32;

    /** Longer than a try may take, name look-up included. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DeliveryTable deliveries;
    private final EndpointTable endpoints;
    private final Settlements settlements;
    private final TenantSecrets secrets;
    private final OutsideSettings settings;
    private final Tenants tenants;
    private final Suspensions suspensions;
    private final Message message;
    private final Courier courier;
    private final Clock clock;

    private final Set<TenantId> asked = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("webhooks-", 0).factory());

    Sender(
            DeliveryTable deliveries,
            EndpointTable endpoints,
            Settlements settlements,
            TenantSecrets secrets,
            OutsideSettings settings,
            Tenants tenants,
            Suspensions suspensions,
            Message message,
            Courier courier,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.settlements = settlements;
        this.secrets = secrets;
        this.settings = settings;
        this.tenants = tenants;
        this.suspensions = suspensions;
        this.message = message;
        this.courier = courier;
        this.clock = clock;
    }

    /**
     * Sends what a tenant's endpoints are due, soon and without making the caller wait. What waited
     * when a tenant turned webhooks off is forgotten.
     */
    void send(TenantId tenant) {
        if (isWithout(tenant)) {
            deliveries.forgetWaiting(tenant);
        } else if (isSentTo(tenant) && asked.add(tenant)) {
            try {
                threads.execute(() -> turn(tenant));
            } catch (RejectedExecutionException stopped) {
                asked.remove(tenant);
            }
        }
    }

    /** What waits for a tenant that is not served stays: it may be served again. */
    private boolean isWithout(TenantId tenant) {
        return tenants.find(tenant)
                .filter(brand -> !brand.tenant().offers(Feature.WEBHOOKS))
                .isPresent();
    }

    private boolean isSentTo(TenantId tenant) {
        return tenants.offers(tenant, Feature.WEBHOOKS) && !suspensions.isSuspended(tenant);
    }

    /**
     * One delivery, and then whoever waits longest: a tenant whose servers are slow keeps its own
     * threads and no more. What breaks off here is claimed again when its lease is over.
     */
    private void turn(TenantId tenant) {
        asked.remove(tenant);
        try {
            var next = isSentTo(tenant) ? claim(tenant) : Optional.<Delivery>empty();
            if (next.isPresent()) {
                send(tenant); // others of the tenant's go on beside this one
                send(tenant, next.get());
                send(tenant);
            }
        } catch (RuntimeException broken) {
            log.warn("Webhooks of {} wait until they are looked for again", tenant, broken);
        }
    }

    private Optional<Delivery> claim(TenantId tenant) {
        var now = now();
        return threads.isShutdown()
                ? Optional.empty()
                : deliveries.claim(tenant, now, now.plus(LEASE), MOST);
    }

    private void send(TenantId tenant, Delivery delivery) {
        var endpoint = endpoints.find(tenant, delivery.endpoint());
        var keys = endpoints.secrets(tenant, delivery.endpoint(), now());
        if (endpoint.isEmpty() || keys.isEmpty()) {
            return; // deleted since
        }
        settlements.settle(tenant, delivery, answer(tenant, delivery, endpoint.get(), keys.get()));
    }

    private Courier.Answer answer(
            TenantId tenant, Delivery delivery, Endpoint endpoint, EndpointTable.Secrets keys) {
        var id = endpoint.id();
        try {
            var url = secrets.unsealText(tenant, Endpoint.urlContext(id), endpoint.sealedUrl());
            var signedBy =
                    Stream.concat(Stream.of(keys.newest()), keys.previous().stream())
                            .map(sealed ->
                                    secrets.unsealText(tenant, Endpoint.secretContext(id), sealed))
                            .toList();
            var body = message.body(delivery);
            return Destination.parse(url, settings)
                    .map(to -> courier.post(to, headers(delivery, signedBy, body), body))
                    .orElseGet(() -> new Courier.Answer.None(Courier.Fault.NOT_PUBLIC));
        } catch (Unsealable | KeyRefused broken) {
            log.error("Expected to open a webhook of {}", tenant, broken);
            return new Courier.Answer.None(Courier.Fault.NOT_OPENED);
        }
    }

    private Map<String, String> headers(Delivery delivery, List<String> signedBy, byte[] body) {
        var time = now();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "statement-webhooks/1");
        headers.put(Signing.ID, delivery.name());
        headers.put(Signing.TIMESTAMP, Long.toString(time.getEpochSecond()));
        headers.put(Signing.SIGNATURE, Signing.signatures(signedBy, delivery.name(), time, body));
        return headers;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(Courier.Limits.USUAL.whole().toSeconds(), TimeUnit.SECONDS);
    }
}
