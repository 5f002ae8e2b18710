package za.co.spikedata.identity;

import java.io.Serializable;
import za.co.spikedata.tenancy.TenantId;

/** Someone who is signed in; belongs to one tenant. */
public record Person(PersonId id, TenantId tenant, String email, Role role)
        implements Serializable {
    /** What a person may do. */
    public enum Role {
        OPERATOR,
        ADMINISTRATOR,
        MEMBER;

        /** Whether it may look after people. */
        public boolean isInCharge() {
            return this == OPERATOR || this == ADMINISTRATOR;
        }
    }

    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
