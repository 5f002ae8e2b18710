package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import za.co.spikedata.tenancy.Tenant;

/**
 * A person as the database knows them now, which is what every decision is made on.
 *
 * @param language the one they chose for pages and mail
 */
public record Account(
        Person person,
        String name,
        State state,
        boolean hasAuthenticator,
        boolean hasPasskey,
        Optional<String> language) {
    private static final String ATTRIBUTE = Account.class.getName();

    /** Where someone is between invitation and farewell. */
    public enum State {
        INVITED,
        ACTIVE,
        DISABLED
    }

    /** The account of whoever sent the request, as {@link LiveAccountFilter} found it. */
    public static Optional<Account> of(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(ATTRIBUTE));
    }

    void put(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean hasSecondFactor() {
        return hasAuthenticator || hasPasskey;
    }

    /** Whoever has a second factor gives it; whom the tenant asks for one must have it first. */
    boolean needsSecondFactor(Tenant tenant) {
        return hasSecondFactor() || isSecondFactorRequired(tenant);
    }

    boolean isSecondFactorRequired(Tenant tenant) {
        return person.role().isOfConsole()
                || person.role()
                        .ofPortal()
                        .filter(tenant.roles().secondFactor()::contains)
                        .isPresent()
                || switch (tenant.secondFactor()) {
                    case OPTIONAL -> false;
                    case ADMINISTRATORS -> person.role() == Person.Role.ADMINISTRATOR;
                    case EVERYONE -> true;
                };
    }
}
