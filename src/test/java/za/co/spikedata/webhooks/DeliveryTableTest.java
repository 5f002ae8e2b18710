package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** For a tenant that is not served, so that nobody else sends. */
@PortalTest
class DeliveryTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);

    private static final DeliveryTable.Most MOST = new DeliveryTable.Most(3, 2);

    @Autowired private EndpointTable endpoints;
    @Autowired private DeliveryTable deliveries;

    private final TenantId tenant =
            new TenantId("hooks-" + UUID.randomUUID().toString().substring(0, 18));
    private UUID endpoint;

    @BeforeEach
    void oneEndpointListens() {
        endpoint = endpoint(EnumSet.of(Event.DONE, Event.DELETED));
    }

    @Test
    void tellsEveryEndpointThatWantsToKnow() {
        var other = endpoint(EnumSet.of(Event.FAILED, Event.DONE));
        var documents = List.of(UUID.randomUUID(), UUID.randomUUID());

        assertThat(deliveries.announce(tenant, Event.DONE, documents, NOW)).isEqualTo(4);
        assertThat(deliveries.announce(tenant, Event.FAILED, documents, NOW)).isEqualTo(2);
        assertThat(deliveries.announce(tenant, Event.LOCKED, documents, NOW)).isZero();
        assertThat(deliveries.log(tenant, endpoint, 10))
                .extracting(each -> each.document().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(documents);
        assertThat(deliveries.log(tenant, other, 10)).hasSize(4);
    }

    @Test
    void keepsForPausedEndpointsAndNotForThoseSwitchedOff() {
        var documents = List.of(UUID.randomUUID());
        endpoints.become(tenant, endpoint, Endpoint.State.PAUSED);
        assertThat(deliveries.announce(tenant, Event.DONE, documents, NOW)).isEqualTo(1);
        assertThat(claim(NOW)).isEmpty();

        endpoints.become(tenant, endpoint, Endpoint.State.DISABLED);
        assertThat(deliveries.announce(tenant, Event.DONE, documents, NOW)).isZero();
        assertThat(claim(NOW)).isEmpty();

        endpoints.become(tenant, endpoint, Endpoint.State.ACTIVE);
        assertThat(claim(NOW)).isPresent();
    }

    @Test
    void leavesOtherEndpointsTheirTurnWhateverOneIsDue() {
        announce(4);
        var quick = endpoint(EnumSet.of(Event.FAILED));
        deliveries.announce(tenant, Event.FAILED, List.of(UUID.randomUUID()), NOW.plusMillis(1));
        deliveries.announce(tenant, Event.FAILED, List.of(UUID.randomUUID()), NOW.plusMillis(1));
        claim(NOW);
        claim(NOW);

        assertThat(claim(NOW.plusMillis(1)))
                .hasValueSatisfying(next -> assertThat(next.endpoint()).isEqualTo(quick));
        assertThat(claim(NOW.plusMillis(1))).as("a fourth of the tenant").isEmpty();
    }

    @Test
    void takesMissesForOneFailureOnlyWhenTheyFollowOneAnother() {
        var nextDay = NOW.plus(EndpointTable.QUIET).minusSeconds(1);
        var weeksLater = NOW.plus(Duration.ofDays(20));

        assertThat(endpoints.missed(tenant, endpoint, NOW)).hasValue(NOW);
        assertThat(endpoints.missed(tenant, endpoint, nextDay)).hasValue(NOW);
        assertThat(endpoints.missed(tenant, endpoint, weeksLater)).hasValue(weeksLater);
        endpoints.reached(tenant, endpoint);
        assertThat(endpoints.missed(tenant, endpoint, weeksLater.plusSeconds(1)))
                .hasValue(weeksLater.plusSeconds(1));
    }

    @Test
    void givesOutNoMoreAtOnceThanAnEndpointMayHave() {
        announce(4);

        var first = claim(NOW).orElseThrow();
        assertThat(claim(NOW)).hasValueSatisfying(next -> assertThat(next).isNotEqualTo(first));
        assertThat(claim(NOW)).as("a third at once").isEmpty();
        deliveries.settle(tenant, first, Delivery.State.DELIVERED, "200", NOW);
        assertThat(claim(NOW)).isPresent();
        assertThat(claim(NOW)).isEmpty();
    }

    @Test
    void givesOutAgainWhatADeadNodeLeft() {
        announce(1);
        var lost = claim(NOW).orElseThrow();

        assertThat(claim(UNTIL.minusMillis(1))).isEmpty();
        var again = claim(UNTIL).orElseThrow();

        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(again.name()).isEqualTo(lost.name());
        assertThat(again.attempts()).isEqualTo(lost.attempts() + 1);
        assertThat(deliveries.settle(tenant, lost, Delivery.State.FAILED, "late", NOW)).isFalse();
        assertThat(deliveries.settle(tenant, again, Delivery.State.DELIVERED, "200", NOW)).isTrue();
        assertThat(deliveries.log(tenant, endpoint, 1).getFirst().answer()).isEqualTo("200");
    }

    @Test
    void waitsUntilATryIsDueAgain() {
        announce(1);
        var later = NOW.plus(Duration.ofMinutes(5));
        deliveries.settle(tenant, claim(NOW).orElseThrow(), Delivery.State.WAITING, "500", later);

        assertThat(claim(later.minusMillis(1))).isEmpty();
        assertThat(claim(later)).isPresent();
    }

    @Test
    void beginsAnewWhenAskedButNotWhileItIsUnderWay() {
        announce(1);
        var tried = claim(NOW).orElseThrow();
        assertThat(deliveries.again(tenant, endpoint, tried.id(), NOW)).isFalse();
        deliveries.settle(tenant, tried, Delivery.State.FAILED, "500", NOW);

        assertThat(deliveries.again(tenant, UUID.randomUUID(), tried.id(), NOW)).isFalse();
        assertThat(deliveries.again(tenant, endpoint, tried.id(), NOW)).isTrue();
        assertThat(claim(NOW))
                .hasValueSatisfying(again -> assertThat(again.attempts()).isEqualTo(1));
    }

    @Test
    void forgetsWhatIsOldAndWhatTheEndpointTakesWithIt() {
        announce(1);
        deliveries.announce(tenant, Event.DONE, List.of(UUID.randomUUID()), UNTIL);

        assertThat(deliveries.forgetBefore(tenant, UNTIL)).as("of the document").isFalse();
        assertThat(deliveries.log(tenant, endpoint, 10)).hasSize(1);
        assertThat(endpoints.delete(tenant, endpoint)).isTrue();
        assertThat(deliveries.log(tenant, endpoint, 10)).isEmpty();
    }

    private void announce(int count) {
        for (int i = 0; i < count; i++) {
            deliveries.announce(tenant, Event.DONE, List.of(UUID.randomUUID()), NOW);
        }
    }

    private Optional<Delivery> claim(Instant now) {
        return deliveries.claim(tenant, now, now.plus(Duration.between(NOW, UNTIL)), MOST);
    }

    private UUID endpoint(Set<Event> events) {
        var id = UUID.randomUUID();
        endpoints.insert(
                tenant,
                new Endpoint(
                        id,
                        "till",
                        new byte[1],
                        events,
                        Endpoint.State.ACTIVE,
                        Endpoint.Origin.HAND,
                        "somebody",
                        NOW,
                        Optional.empty()),
                new byte[1]);
        return id;
    }
}
