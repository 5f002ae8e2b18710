package za.co.spikedata.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Dialer;
import za.co.spikedata.support.OpenIdProvider;
import za.co.spikedata.tenancy.TenantId;

class ProvidersTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final OutsideSettings LOOPBACK = new OutsideSettings(Set.of("127.0.0.1"));

    private final OpenIdProvider provider = new OpenIdProvider();
    private final Turning clock = new Turning();
    private final Errands errands =
            new Errands(
                    new Courier(
                            new Dialer(
                                    LOOPBACK,
                                    InetAddress::getAllByName,
                                    SocketFactory.getDefault(),
                                    (SSLSocketFactory) SSLSocketFactory.getDefault()),
                            new Courier.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60))),
                    LOOPBACK);
    private final Providers providers = new Providers(errands, clock);
    private final Issuer issuer =
            new Issuer(
                    UUID.randomUUID(),
                    "Directory",
                    provider.url(),
                    OpenIdProvider.CLIENT,
                    new byte[0],
                    List.of("example.com"),
                    Optional.empty(),
                    false);

    @AfterEach
    void nobodyListens() {
        provider.close();
    }

    @Test
    @DisplayName("JWT-12 a key that a provider begins to sign with is known at the first token")
    void knowANewKeyAtTheFirstToken() {
        assertThat(isProven()).isTrue();
        provider.rotate();
        clock.turn(Providers.BETWEEN);

        assertThat(isProven()).isTrue();
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    @DisplayName("JWT-03 tokens with any key's name make a provider be asked once in half a minute")
    void askSeldomHoweverManyTokensCome() {
        assertThat(isProven()).isTrue();
        provider.rotate();
        for (int tried = 0; tried < 100; tried++) {
            assertThat(isProven()).isFalse();
        }

        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void askNobodyUntilWhoeverBringsTheTokenLetsThem() {
        var token = Signed.parse(provider.sign(Map.of("sub", "x"))).orElseThrow();

        var asks = providers.unasked(TENANT, issuer, token).orElseThrow();
        assertThat(providers.proven(issuer, token)).isEmpty();
        assertThat(provider.asked()).isZero();

        asks.run();
        assertThat(providers.proven(issuer, token)).isPresent();
        assertThat(providers.unasked(TENANT, issuer, token)).isEmpty();
    }

    @Test
    void believeNoKeyForLongThatNobodyStandsFor() {
        var token = provider.sign(Map.of("sub", "x"));
        assertThat(isProven(token)).isTrue();
        provider.close();

        clock.turn(Providers.LONGEST.minusSeconds(1));
        assertThat(isProven(token)).isTrue();
        clock.turn(Duration.ofSeconds(1));
        assertThat(isProven(token)).isFalse();
    }

    @Test
    void forgetAKeyThatWasWithdrawn() {
        var token = provider.sign(Map.of("sub", "x"));
        assertThat(isProven(token)).isTrue();
        provider.rotate();

        clock.turn(Providers.FRESH.plusSeconds(1));

        assertThat(isProven(token)).isFalse();
    }

    @Test
    void asksForOthersWhileOneTenantsProvidersDrip() {
        var slow = underWay(new TenantId("slow"));

        assertThat(slow).hasSize(Errands.MOST_OF_TENANT);
        assertThat(isProven()).isTrue();
    }

    @Test
    void asksAtOnceWhenThereIsAPlaceAgain() {
        var busy = underWay(TENANT);
        assertThat(isProven()).isFalse();
        assertThat(provider.asked()).isZero();

        busy.getFirst().close();

        assertThat(isProven()).isTrue();
    }

    /** As many as the tenant may have. */
    private List<Errands.Errand> underWay(TenantId tenant) {
        var begun = new ArrayList<Errands.Errand>();
        for (var next = errands.begin(tenant); next.isPresent(); next = errands.begin(tenant)) {
            begun.add(next.get());
        }
        return begun;
    }

    private boolean isProven() {
        return isProven(provider.sign(Map.of("sub", "x")));
    }

    private boolean isProven(String token) {
        return providers.proven(TENANT, issuer, Signed.parse(token).orElseThrow()).isPresent();
    }

    /** Stands still until it is turned. */
    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
