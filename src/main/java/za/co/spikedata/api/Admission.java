package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantPlaces;

/** Lets programs in that may ask for documents. */
@Component
class Admission {
    private final Entrance entrance;
    private final Authorizations authorizations;
    private final Rations rations;
    private final Ledger credits;
    private final InFlight inFlight;

    Admission(
            Entrance entrance,
            Authorizations authorizations,
            Rations rations,
            Ledger credits,
            InFlight inFlight) {
        this.entrance = entrance;
        this.authorizations = authorizations;
        this.rations = rations;
        this.credits = credits;
        this.inFlight = inFlight;
    }

    /**
     * @throws Refused unless it says who it is, may read PDFs, and does not ask too often
     */
    Client client(HttpServletRequest request) {
        return let(request, () -> admitted(request));
    }

    /**
     * @throws Refused also when there is no credit left
     */
    Client paying(HttpServletRequest request) {
        return let(
                request,
                () -> {
                    var client = admitted(request);
                    if (credits.balance(client) <= 0) {
                        throw new Refused(Problem.NO_CREDIT);
                    }
                    return client;
                });
    }

    private Client let(HttpServletRequest request, Supplier<Client> in) {
        return entrance.pass(() -> authorizations.unasked(request), in)
                .orElseThrow(() -> new Refused(Problem.TOO_MANY));
    }

    private Client admitted(HttpServletRequest request) {
        var client =
                authorizations.known(request).orElseThrow(() -> new Refused(Problem.UNAUTHORIZED));
        if (!client.scopes().contains(Scope.PDF)) {
            throw new Refused(Problem.FORBIDDEN);
        }
        if (!rations.take(client)) {
            throw new Refused(Problem.TOO_MANY);
        }
        return client;
    }

    /**
     * @throws Refused when too much is under way
     */
    TenantPlaces.Place enter(Client client) {
        return inFlight.enter(client).orElseThrow(() -> new Refused(Problem.TOO_MANY));
    }
}
