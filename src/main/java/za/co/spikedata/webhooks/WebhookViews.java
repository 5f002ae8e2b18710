package za.co.spikedata.webhooks;

import java.util.Optional;
import za.co.spikedata.tenancy.Dates;

/** Endpoints and deliveries as pages show them. */
final class WebhookViews {
    private WebhookViews() {}

    record EndpointView(
            String id,
            String name,
            String url,
            String events,
            Endpoint.State state,
            Endpoint.Origin origin,
            String createdAt) {
        static EndpointView of(Endpoint endpoint, String url) {
            return new EndpointView(
                    endpoint.id().toString(),
                    endpoint.name(),
                    url,
                    Event.text(endpoint.events()).replace(" ", ", "),
                    endpoint.state(),
                    endpoint.origin(),
                    Dates.minute(endpoint.createdAt()));
        }

        public boolean isByHand() {
            return origin == Endpoint.Origin.HAND;
        }

        public boolean isLeft() {
            return origin == Endpoint.Origin.LEFT;
        }

        public boolean isGivenUp() {
            return state == Endpoint.State.DISABLED && !isLeft();
        }

        public boolean mayPause() {
            return state == Endpoint.State.ACTIVE && isByHand();
        }

        public boolean mayResume() {
            return state != Endpoint.State.ACTIVE && !isLeft();
        }

        public boolean mayDelete() {
            return isByHand() || isLeft();
        }

        @Override
        public String toString() {
            return "EndpointView[" + id + "]";
        }
    }

    /**
     * @param status what came back, where it is a status
     * @param fault why nothing came back, by name
     * @param nextAt while it waits
     */
    record DeliveryView(
            String id,
            String happenedAt,
            String event,
            String document,
            String state,
            int attempts,
            Optional<String> status,
            Optional<String> fault,
            Optional<String> triedAt,
            Optional<String> nextAt) {
        static DeliveryView of(Delivery delivery) {
            boolean isStatus = delivery.answer().matches("\\d+");
            var answer = Optional.of(delivery.answer()).filter(text -> !text.isEmpty());
            return new DeliveryView(
                    delivery.id().toString(),
                    Dates.minute(delivery.happenedAt()),
                    delivery.event().word(),
                    delivery.document().map(Object::toString).orElse(""),
                    delivery.state().name(),
                    delivery.attempts(),
                    answer.filter(_ -> isStatus),
                    answer.filter(_ -> !isStatus),
                    delivery.triedAt().map(Dates::minute),
                    Optional.of(delivery.nextAt())
                            .filter(_ -> delivery.state() == Delivery.State.WAITING)
                            .map(Dates::minute));
        }
    }
}
