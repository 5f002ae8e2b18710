package za.co.spikedata.admin;

import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.TenantEdit;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/** Keeps and applies versions of a tenant's document; its trail tells who did. */
@Component
class SettingsChanging {
    private final TenantVersions versions;
    private final Audit audit;

    SettingsChanging(TenantVersions versions, Audit audit) {
        this.versions = versions;
        this.audit = audit;
    }

    TenantVersion keep(Person person, TenantEdit edit) {
        var tenant = person.tenant();
        var by = person.id().toString();
        var version = versions.save(tenant, edit.onto(versions.files(tenant)), by);
        audit.record(tenant, by, "settings.kept", String.valueOf(version.number()));
        return version;
    }

    void apply(Person person, TenantVersion version) {
        versions.apply(person.tenant(), version);
        audit.record(
                person.tenant(),
                person.id().toString(),
                "settings.applied",
                String.valueOf(version.number()));
    }
}
