package za.co.spikedata.admin;

import java.util.Map;
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
        return keep(person, edit.onto(versions.files(person.tenant())));
    }

    /**
     * Applies what is the administrators' of a version; what is the operators' in it, hosts among
     * them, stays as it is served.
     */
    void apply(Person person, TenantVersion version) {
        var served = versions.files(person.tenant());
        var edit = TenantEdit.of(version.files());
        boolean isOurs = edit.onto(served).equals(version.files());
        boolean isTheirs = TenantEdit.rest(served).equals(TenantEdit.rest(version.files()));
        var applied = isOurs || isTheirs ? version : keep(person, edit.onto(served));
        versions.apply(
                person.tenant(), applied, now -> record(person, "settings.applied", now.number()));
    }

    private TenantVersion keep(Person person, Map<String, String> files) {
        return versions.save(
                person.tenant(),
                files,
                person.id().toString(),
                kept -> record(person, "settings.kept", kept.number()));
    }

    private void record(Person person, String action, int number) {
        audit.record(person.tenant(), person.id().toString(), action, String.valueOf(number));
    }
}
