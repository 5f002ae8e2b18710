package za.co.spikedata.api;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** An administrator of a tenant who gives programs what they identify themselves by. */
final class Holder {
    static final int AT_ONCE = 8;
    private static final Duration LASTS = Duration.ofDays(30);

    private final Credentials credentials;
    private final Tenant tenant;
    private final Person person;

    Holder(ApplicationContext portal, String tenant) {
        this.credentials = portal.getBean(Credentials.class);
        this.tenant =
                portal.getBean(Tenants.class).find(new TenantId(tenant)).orElseThrow().tenant();
        this.person =
                portal.getBean(People.class)
                        .add(
                                this.tenant.id(),
                                "holder-" + UUID.randomUUID() + "@example.com",
                                PortalTest.PASSWORD,
                                Person.Role.ADMINISTRATOR);
    }

    Credentials.Made.Token token() {
        return (Credentials.Made.Token) made(Credential.Kind.TOKEN, EnumSet.allOf(Scope.class));
    }

    Credentials.Made.Pair pair() {
        return (Credentials.Made.Pair) made(Credential.Kind.PAIR, EnumSet.allOf(Scope.class));
    }

    Credentials.Made.ClientSecret client() {
        return client(EnumSet.allOf(Scope.class));
    }

    Credentials.Made.ClientSecret client(Set<Scope> scopes) {
        return (Credentials.Made.ClientSecret) made(Credential.Kind.CLIENT, scopes);
    }

    /** May do this alone. */
    Credentials.Made.Pair pair(Scope only) {
        return (Credentials.Made.Pair) made(Credential.Kind.PAIR, EnumSet.of(only));
    }

    /** May have so many requests under way. */
    Credentials.Made.Pair pair(int atOnce) {
        return (Credentials.Made.Pair)
                made(Credential.Kind.PAIR, EnumSet.allOf(Scope.class), atOnce);
    }

    private Credentials.Made made(Credential.Kind kind, Set<Scope> scopes) {
        return made(kind, scopes, AT_ONCE);
    }

    private Credentials.Made made(Credential.Kind kind, Set<Scope> scopes, int atOnce) {
        return credentials.make(
                tenant,
                person,
                new Credentials.Wish(kind, "till", scopes, atOnce, Pace.OF_TENANT, LASTS));
    }

    void revoke(Credential credential) {
        credentials.revoke(tenant, person, credential.id());
    }

    Person person() {
        return person;
    }

    Tenant tenant() {
        return tenant;
    }
}
