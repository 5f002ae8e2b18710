package za.co.spikedata.admin;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Invitations;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantTemplate;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** Makes a tenant that is served at once, and invites whoever is to run it. */
@Component
class TenantMaking {
    private final Tenants tenants;
    private final TenantVersions versions;
    private final Invitations invitations;
    private final Audit audit;

    TenantMaking(Tenants tenants, TenantVersions versions, Invitations invitations, Audit audit) {
        this.tenants = tenants;
        this.versions = versions;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Created(TenantId tenant) implements Outcome {}

        record Taken() implements Outcome {}

        /** It is served, and nobody was invited. */
        record Unled(TenantId tenant) implements Outcome {}

        record Invalid(List<String> mistakes) implements Outcome {}
    }

    /**
     * The invitation is written when the tenant is served, since a mail has its looks.
     *
     * @param administrator an address that is taken
     */
    Outcome make(Person operator, TenantTemplate template, String administrator) {
        var tenant = template.id();
        if (tenants.find(tenant).isPresent()
                || versions.served(tenant) > 0
                || versions.isEnded(tenant)) {
            return new Outcome.Taken();
        }
        try {
            var by = operator.id().toString();
            var version = versions.save(tenant, template.files(), by, _ -> {});
            versions.apply(
                    tenant,
                    version,
                    by,
                    _ -> audit.record(tenant, "operator", "tenant.created", tenant.value()));
            audit.record(operator.tenant(), by, "tenant.created", tenant.value());
            return invite(operator, tenant, administrator);
        } catch (InvalidLayers invalid) {
            return new Outcome.Invalid(invalid.mistakes());
        }
    }

    private Outcome invite(Person operator, TenantId tenant, String administrator) {
        var made = tenants.find(tenant).orElseThrow().tenant();
        return switch (invitations.invite(
                operator, made, administrator, Person.Role.ADMINISTRATOR)) {
            case SENT -> new Outcome.Created(tenant);
            case NO_ADDRESS, TAKEN -> new Outcome.Unled(tenant);
        };
    }
}
