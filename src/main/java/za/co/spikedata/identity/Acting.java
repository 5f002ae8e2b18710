package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/**
 * An operator who acts for a tenant, as one of its administrators would.
 *
 * @param operator who it truly is; a person of the console
 * @param epoch the operator's on the console; once that is another, this is over
 * @param until when it ends by itself
 */
public record Acting(
        UUID id,
        PersonId operator,
        long epoch,
        String email,
        String reason,
        Instant begun,
        Instant until,
        Optional<Instant> ended) {
    private static final String ATTRIBUTE = Acting.class.getName();

    /** Whoever sends the request, where that is an operator who acts for the tenant. */
    public static Optional<Acting> of(HttpServletRequest request) {
        return Optional.ofNullable((Acting) request.getAttribute(ATTRIBUTE));
    }

    /** An administrator of the tenant's, whom its table of people does not have. */
    Person person(TenantId tenant) {
        return new Person(operator, tenant, email, Person.Role.ADMINISTRATOR, 0);
    }

    /** Every factor was given on the console, where it is asked of every operator. */
    Account account(TenantId tenant) {
        return new Account(person(tenant), "", Account.State.ACTIVE, true, false, Optional.empty());
    }

    void put(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public boolean isUnderWay(Instant now) {
        return ended.isEmpty() && until.isAfter(now);
    }

    @Override
    public String toString() {
        return "Acting[" + id + "]";
    }
}
