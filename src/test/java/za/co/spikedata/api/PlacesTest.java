package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantPlaces;

class PlacesTest {
    private static final int MANY = 1_000;

    private final Places places = new Places(10, 4);

    @Test
    @DisplayName("RES-01 tenants that ask for most leave places to those that ask for few")
    void areKeptForTenantsWithFew() {
        assertThat(fill("greedy", MANY)).hasSize(6);
        assertThat(fill("greedier", MANY)).hasSize(Places.FEW);
        assertThat(fill("modest", 1)).hasSize(1);
        assertThat(fill("last", MANY)).hasSize(1);
        assertThat(fill("late", 1)).as("there are no more").isEmpty();
    }

    @Test
    void comeBackWhenTheyAreLeft() {
        var taken = fill("greedy", MANY);
        fill("modest", Places.FEW);
        fill("other", Places.FEW);
        assertThat(fill("late", 1)).isEmpty();

        taken.getFirst().close();

        assertThat(fill("greedy", 1)).as("still more than few").isEmpty();
        assertThat(fill("late", 1)).hasSize(1);
    }

    @Test
    void areHeldToTheMostOfACredentialAndOfItsTenant() {
        var client = client("one");
        var other = client("one");

        assertThat(places.take(client, 1, 3)).isPresent();
        assertThat(places.take(client, 1, 3)).as("a second of the credential").isEmpty();
        assertThat(places.take(other, 2, 3)).isPresent();
        assertThat(places.take(other, 2, 3)).isPresent();
        assertThat(places.take(client("one"), 1, 3)).as("a fourth of the tenant").isEmpty();
    }

    @Test
    void areNoMoreWhileOneCredentialReplacesAnother() {
        var lineage = UUID.randomUUID();

        assertThat(places.take(client("one", lineage), 1, 3)).isPresent();
        assertThat(places.take(client("one", lineage), 1, 3)).isEmpty();
    }

    /** As many as there are, up to this. */
    private List<TenantPlaces.Place> fill(String tenant, int most) {
        var taken = new ArrayList<TenantPlaces.Place>();
        for (int asked = 0; asked < most; asked++) {
            places.take(client(tenant), MANY, MANY).ifPresent(taken::add);
        }
        return taken;
    }

    private static Client client(String tenant) {
        return client(tenant, UUID.randomUUID());
    }

    private static Client client(String tenant, UUID lineage) {
        return new Client(
                new TenantId(tenant),
                UUID.randomUUID(),
                lineage,
                Set.of(Scope.PDF),
                MANY,
                Pace.OF_TENANT,
                Plan.STANDARD);
    }
}
