package za.co.spikedata.api;

import java.util.Set;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** A program that said who it is. */
record Client(TenantId tenant, UUID credential, Set<Scope> scopes, int mostAtOnce) {
    Client {
        scopes = Set.copyOf(scopes);
    }
}
