package za.co.spikedata.boot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/**
 * Makes the people without whom nobody could sign in: the platform operator, and in the demo a
 * member and an administrator of each demo tenant. Each is made once, with a random password that
 * is told once.
 */
@Component
class FirstPeople {
    /** The settings' address is the first person's; a tenant's second is this at its host. */
    private static final String ADMINISTRATOR = "admin";

    /** Letters and digits that are not mistaken for each other when read from a screen. */
    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** 20 of 57 letters: 116 bits. */
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final Tenants tenants;
    private final People people;
    private final PortalSettings settings;

    FirstPeople(Tenants tenants, People people, PortalSettings settings) {
        this.tenants = tenants;
        this.people = people;
        this.settings = settings;
    }

    /**
     * Someone new.
     *
     * @param password absent when the settings gave it
     */
    record Made(Tenant tenant, String email, java.util.Optional<String> password) {
        @Override
        public String toString() {
            return "Made[" + tenant.id() + "]";
        }
    }

    List<Made> make(boolean demo) {
        var made = new ArrayList<Made>();
        for (var brand : tenants.all()) {
            var tenant = brand.tenant();
            boolean wanted = tenant.isConsole() || (demo && tenant.demo());
            if (wanted && people.isEmpty(tenant.id())) {
                if (tenant.isConsole()) {
                    made.add(make(tenant, "operator", Person.Role.OPERATOR));
                } else {
                    made.add(make(tenant, "demo", Person.Role.MEMBER));
                    made.add(make(tenant, ADMINISTRATOR, Person.Role.ADMINISTRATOR));
                }
            }
        }
        return made;
    }

    private Made make(Tenant tenant, String name, Person.Role role) {
        var given = settings.bootstrap();
        var own = name + "@" + tenant.hosts().getFirst();
        var email = name.equals(ADMINISTRATOR) ? own : given.email().orElse(own);
        var password = given.password().orElseGet(this::randomPassword);
        people.add(tenant.id(), email, password, role);
        return new Made(
                tenant,
                email,
                given.password().isPresent()
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(password));
    }

    private String randomPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
