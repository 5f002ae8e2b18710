package za.co.spikedata.identity;

import java.io.Serializable;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;
import za.co.spikedata.tenancy.RolePolicy;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;

/**
 * Someone who is signed in; belongs to one tenant.
 *
 * @param epoch the person's at sign-in; once the person's own is another, the session is over
 */
public record Person(PersonId id, TenantId tenant, String email, Role role, long epoch)
        implements AuthenticatedPrincipal, Serializable {
    /** What a person may do. */
    public enum Role {
        /** Runs the platform. */
        OPERATOR,
        /** Looks into statements that could not be read, and nothing else. */
        SUPPORT,
        /** Looks after the people of one tenant, and brings statements. */
        ADMINISTRATOR,
        /** Brings statements. */
        MEMBER,
        /** Sees statements and changes nothing. */
        VIEWER;

        /** Whether it is given on the operators' console rather than on a tenant's portal. */
        public boolean isOfConsole() {
            return this == OPERATOR || this == SUPPORT;
        }

        /** What a tenant's own policy calls it; empty for roles of the console. */
        Optional<RolePolicy.Role> ofPortal() {
            return switch (this) {
                case OPERATOR, SUPPORT -> Optional.empty();
                case ADMINISTRATOR -> Optional.of(RolePolicy.Role.ADMINISTRATOR);
                case MEMBER -> Optional.of(RolePolicy.Role.MEMBER);
                case VIEWER -> Optional.of(RolePolicy.Role.VIEWER);
            };
        }

        /** Whether people of the tenant are invited as this, or changed to it. */
        boolean isOffered(Tenant tenant) {
            return tenant.isConsole()
                    ? isOfConsole()
                    : ofPortal().filter(tenant.roles().offered()::contains).isPresent();
        }

        /** Whether it may look after people. */
        public boolean isInCharge() {
            return this == OPERATOR || this == ADMINISTRATOR;
        }
    }

    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    /** Names the person across tenants; what sessions are found by. */
    @Override
    public String getName() {
        return name(tenant, id);
    }

    static String name(TenantId tenant, PersonId id) {
        return tenant + "/" + id;
    }

    Person at(long laterEpoch) {
        return new Person(id, tenant, email, role, laterEpoch);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
