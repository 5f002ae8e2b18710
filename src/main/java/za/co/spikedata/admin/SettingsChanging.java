package za.co.spikedata.admin;

import java.util.Map;
import java.util.Optional;
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

    /** The files a change begins with: a version's, or what is served. */
    Map<String, String> files(Person person, String from) {
        return begun(person, from)
                .map(TenantVersion::files)
                .orElseGet(() -> versions.files(person.tenant()));
    }

    /** The version that a change begins with, where there is such a version. */
    Optional<TenantVersion> begun(Person person, String from) {
        return isNumber(from)
                ? versions.find(person.tenant(), Integer.parseInt(from))
                : Optional.empty();
    }

    /**
     * The files with what was typed into a form. One that begins with what is served leaves alone
     * what others applied since it was shown.
     *
     * @param seen the version that was served then
     */
    Map<String, String> edited(Person person, String from, String seen, TenantEdit edit) {
        var files = files(person, from);
        return begun(person, seen)
                .filter(_ -> begun(person, from).isEmpty())
                .map(shown -> edit.since(TenantEdit.of(shown.files()), TenantEdit.of(files)))
                .orElse(edit)
                .onto(files);
    }

    /** Whether another version is served than the one that somebody saw. */
    boolean isOutdated(Person person, String seen) {
        return isNumber(seen) && Integer.parseInt(seen) != versions.served(person.tenant());
    }

    /** Whether it is written as versions are, there or not. */
    static boolean isNumber(String from) {
        return from.matches("[1-9]\\d{0,8}");
    }

    /** Whether what would open documents, tell of them or end them early stays as it is served. */
    boolean keepsRules(Person person, TenantVersion version) {
        var served = versions.files(person.tenant());
        return TenantEdit.of(version.files()).hasRulesOf(TenantEdit.of(served))
                && TenantEdit.isSameOfWebhooks(version.files(), served);
    }

    /**
     * Applies what is the administrators' of a version; what is the operators' in it, hosts among
     * them, stays as it is served.
     */
    void apply(Person person, TenantVersion version) {
        versions.apply(
                person.tenant(),
                served -> merged(person, version, served),
                person.id().toString(),
                now -> record(person, "settings.applied", now.number()));
    }

    private TenantVersion merged(Person person, TenantVersion version, Map<String, String> served) {
        var merged = TenantEdit.taken(version.files(), served);
        boolean isOurs = merged.equals(version.files());
        boolean isTheirs = TenantEdit.rest(served).equals(TenantEdit.rest(version.files()));
        return isOurs || isTheirs ? version : keep(person, merged);
    }

    /**
     * Keeps these files as the next version.
     *
     * @throws za.co.spikedata.tenancy.InvalidLayers with every mistake; nothing is kept
     */
    TenantVersion keep(Person person, Map<String, String> files) {
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
