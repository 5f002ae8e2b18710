package za.co.spikedata.issuers;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Copied;
import za.co.spikedata.retention.Parcel;
import za.co.spikedata.tenancy.TenantId;

/** The providers that know a person; their own name for them is kept as a keyed hash alone. */
@Component
class CopiedLinks implements Copied {
    private final IssuerTable issuers;
    private final SubjectTable subjects;

    CopiedLinks(IssuerTable issuers, SubjectTable subjects) {
        this.issuers = issuers;
        this.subjects = subjects;
    }

    private record Link(String name, String url, String since) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var since = subjects.links(tenant, new PersonId(person));
        var links =
                issuers.all(tenant).stream()
                        .flatMap(issuer ->
                                Optional.ofNullable(since.get(issuer.id())).stream()
                                        .map(at ->
                                                new Link(
                                                        issuer.name(),
                                                        issuer.url(),
                                                        at.toString())))
                        .toList();
        parcel.addList("sign-in-providers.json", "sign-in providers", links);
    }
}
