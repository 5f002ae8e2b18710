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
 * Makes the people without whom nobody could sign in: the platform operator, and in the demo one
 * person for each demo tenant. Each is made once, with a random password that is told once.
 */
@Component
class FirstPeople {
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
                made.add(make(tenant));
            }
        }
        return made;
    }

    private Made make(Tenant tenant) {
        var given = settings.bootstrap();
        var name = tenant.isConsole() ? "operator@" : "demo@";
        var email = given.email().orElse(name + tenant.hosts().getFirst());
        var password = given.password().orElseGet(this::randomPassword);
        var role = tenant.isConsole() ? Person.Role.OPERATOR : Person.Role.MEMBER;
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
