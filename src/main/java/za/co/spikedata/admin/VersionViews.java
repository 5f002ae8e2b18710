package za.co.spikedata.admin;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/** Versions as pages show them: who made each, and what it would change of what is served. */
@Component
class VersionViews {
    private final TenantVersions versions;
    private final PersonNames names;

    VersionViews(TenantVersions versions, PersonNames names) {
        this.versions = versions;
        this.names = names;
    }

    /**
     * A version in the list.
     *
     * @param madeBy empty: the platform, or somebody who is no longer there
     */
    record VersionRow(int number, String madeAt, String madeBy, boolean served) {}

    /** A version on its own page. */
    record VersionView(VersionRow row, List<Differences.FileDiff> diffs, int served) {}

    List<VersionRow> list(TenantId tenant, int most) {
        int served = versions.served(tenant);
        var newest = versions.newest(tenant, most);
        var emails = names.emails(tenant, newest.stream().map(TenantVersion::madeBy).toList());
        return newest.stream().map(version -> row(version, emails, served)).toList();
    }

    VersionView of(TenantId tenant, TenantVersion version) {
        int served = versions.served(tenant);
        var emails = names.emails(tenant, List.of(version.madeBy()));
        return new VersionView(
                row(version, emails, served),
                Differences.of(versions.files(tenant), version.files()),
                served);
    }

    /** Mistakes as the tenant's own people read them: files by their names within its folder. */
    List<String> mistakes(TenantId tenant, InvalidLayers invalid) {
        var place = "tenants/" + tenant + "/";
        return invalid.mistakes().stream().map(each -> each.replace(place, "")).toList();
    }

    private static VersionRow row(TenantVersion version, Map<String, String> emails, int served) {
        return new VersionRow(
                version.number(),
                Moments.text(version.madeAt()),
                emails.getOrDefault(version.madeBy(), ""),
                version.number() == served);
    }
}
