package za.co.spikedata.issuers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Destination;
import za.co.spikedata.outside.OutsideSettings;

/**
 * Asks providers for JSON. Few at a time for the whole node, so that servers which answer slowly
 * hold up none but themselves.
 */
@Component
class Errands {
    private static final int MOST_AT_ONCE = 8;
    private static final int OK = 200;

    private final Courier courier;
    private final OutsideSettings settings;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Errands(Courier courier, OutsideSettings settings) {
        this.courier = courier;
        this.settings = settings;
    }

    /** Whether the address is one that may be asked. */
    boolean mayAsk(String url) {
        return Destination.parse(url, settings).isPresent();
    }

    /** An object, unless anything else comes or nothing does. */
    Optional<JsonNode> fetch(String url) {
        return Destination.parse(url, settings).flatMap(to -> inPlace(() -> courier.fetch(to)));
    }

    /** The same for a form. */
    Optional<JsonNode> ask(String url, Map<String, String> headers, String form) {
        var body = form.getBytes(StandardCharsets.UTF_8);
        return Destination.parse(url, settings)
                .flatMap(to -> inPlace(() -> courier.ask(to, headers, body)));
    }

    private Optional<JsonNode> inPlace(java.util.function.Supplier<Courier.Reply> errand) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return switch (errand.get()) {
                case Courier.Reply.Document(int status, var body) when status == OK -> object(body);
                case Courier.Reply.Document _, Courier.Reply.None _ -> Optional.empty();
            };
        } finally {
            places.release();
        }
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.of(Claims.STRICT.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
