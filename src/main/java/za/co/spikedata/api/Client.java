package za.co.spikedata.api;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantId;

/**
 * A program that said who it is.
 *
 * @param lineage what it is counted by, whichever of its credentials it uses while one replaces
 *     another
 */
record Client(
        TenantId tenant,
        UUID credential,
        UUID lineage,
        Set<Scope> scopes,
        int mostAtOnce,
        Pace pace,
        Plan plan) {
    Client {
        scopes = Set.copyOf(scopes);
    }

    /** The same, held to what it was given a token for. */
    Client within(Set<Scope> asked) {
        return new Client(
                tenant,
                credential,
                lineage,
                scopes.stream().filter(asked::contains).collect(Collectors.toSet()),
                mostAtOnce,
                pace,
                plan);
    }
}
