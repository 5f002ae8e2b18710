package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.TenantId;

/** A tenant that no other test touches, as an operator creates one. */
public record NewTenant(TenantId id, String host) {
    /** What an operator types; may be changed. */
    public static Map<String, String> typed(String id) {
        return new HashMap<>(
                Map.of(
                        "id", id,
                        "name", "Some Lenders",
                        "theme", "hearth",
                        "primary", "#0b5cad",
                        "supportEmail", "help@example.com",
                        "administrator", "first@example.com"));
    }

    public static String name(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static NewTenant create(Browserless operator, Map<String, String> typed) {
        assertThat(Browserless.location(operator.post("/tenants", typed)))
                .endsWith("notice=CREATED");
        var name = typed.get("id");
        return new NewTenant(new TenantId(name), name + ".localhost");
    }

    public static NewTenant create(int port, String prefix) {
        return create(new Browserless(port, "admin.localhost").signIn(), typed(name(prefix)));
    }

    /** One of its administrators, signed in. */
    public Browserless administrator(People people, int port) {
        return administrator(people, port, "boss-" + UUID.randomUUID() + "@example.com");
    }

    public Browserless administrator(People people, int port, String email) {
        people.add(id, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        return new Browserless(port, host).signIn(email, PortalTest.PASSWORD);
    }
}
