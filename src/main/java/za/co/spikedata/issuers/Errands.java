package za.co.spikedata.issuers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.destinations.Destination;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantPlaces;

/**
 * Asks providers for JSON. Few at a time for each tenant, so that servers which answer slowly hold
 * up none but those who chose them.
 */
@Component
class Errands {
    static final int MOST_OF_TENANT = 2;

    private static final int MOST_AT_ONCE = 32;

    /** For tenants that have none under way. */
    private static final int KEPT = 16;

    private static final int OK = 200;

    private final Courier courier;
    private final OutsideSettings settings;
    private final TenantPlaces places = new TenantPlaces(MOST_AT_ONCE, KEPT, 1);

    Errands(Courier courier, OutsideSettings settings) {
        this.courier = courier;
        this.settings = settings;
    }

    /** Whether the address is one that may be asked. */
    boolean mayAsk(String url) {
        return Destination.parse(url, settings).isPresent();
    }

    /** Empty while the tenant, or the node, has too many under way. */
    Optional<Errand> begin(TenantId tenant) {
        return places.take(tenant, MOST_OF_TENANT).map(Errand::new);
    }

    /** The same for as long as the work goes on. */
    <T> Optional<T> run(TenantId tenant, Function<Errand, Optional<T>> work) {
        return begin(tenant)
                .flatMap(errand -> {
                    try (errand) {
                        return work.apply(errand);
                    }
                });
    }

    /** One that has its place until it is closed. */
    final class Errand implements AutoCloseable {
        private final TenantPlaces.Place place;

        private Errand(TenantPlaces.Place place) {
            this.place = place;
        }

        /** An object, unless anything else comes or nothing does. */
        Optional<JsonNode> fetch(String url) {
            return Destination.parse(url, settings).map(courier::fetch).flatMap(Errands::object);
        }

        /** The same for a form. */
        Optional<JsonNode> ask(String url, Map<String, String> headers, String form) {
            var body = form.getBytes(StandardCharsets.UTF_8);
            return Destination.parse(url, settings)
                    .map(to -> courier.ask(to, headers, body))
                    .flatMap(Errands::object);
        }

        @Override
        public void close() {
            place.close();
        }
    }

    private static Optional<JsonNode> object(Courier.Reply reply) {
        return switch (reply) {
            case Courier.Reply.Document(int status, var body) when status == OK -> object(body);
            case Courier.Reply.Document _, Courier.Reply.None _ -> Optional.empty();
        };
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.of(Claims.STRICT.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
