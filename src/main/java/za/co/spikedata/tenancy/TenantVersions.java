package za.co.spikedata.tenancy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tenants' documents over time. A version is validated with everybody else's before it is kept and
 * again when it is applied; applying it is one step for all nodes, and nobody restarts.
 */
@Component
public class TenantVersions {
    private static final Logger log = LoggerFactory.getLogger(TenantVersions.class);
    private static final int MOST_COMPARED = 50;

    private final Tenants tenants;
    private final StoredTenants stored;
    private final ServedDocuments documents;
    private final VersionTable versions;
    private final Applications applications;
    private final TenantDatabase database;
    private final OwnHosts own;
    private final WebhookRoom room;
    private final Clock clock;

    TenantVersions(
            Tenants tenants,
            StoredTenants stored,
            ServedDocuments documents,
            VersionTable versions,
            Applications applications,
            TenantDatabase database,
            OwnHosts own,
            WebhookRoom room,
            Clock clock) {
        this.tenants = tenants;
        this.stored = stored;
        this.documents = documents;
        this.versions = versions;
        this.applications = applications;
        this.database = database;
        this.own = own;
        this.room = room;
        this.clock = clock;
    }

    /** The newest first. */
    public List<TenantVersion> newest(TenantId tenant, int most) {
        return versions.newest(tenant, most);
    }

    public Optional<TenantVersion> find(TenantId tenant, int number) {
        return versions.find(tenant, number);
    }

    /** The number of the version that is served. */
    public int served(TenantId tenant) {
        return documents.find(tenant).map(ServedDocuments.Served::number).orElse(0);
    }

    /** The files that are served; empty for a tenant that is not there yet. */
    public Map<String, String> files(TenantId tenant) {
        return documents.find(tenant).map(ServedDocuments.Served::files).orElse(Map.of());
    }

    /**
     * The looks and texts these files would give the tenant, which keeps its hosts and rules.
     *
     * @throws InvalidLayers with every mistake
     */
    public Brand look(TenantId tenant, Map<String, String> files) {
        var draft = draft(tenant, files);
        return tenants.find(tenant)
                .map(served -> draft.of(served.tenant().under(draft.tenant())))
                .orElse(draft);
    }

    private Brand draft(TenantId tenant, Map<String, String> files) {
        return Objects.requireNonNull(
                stored.with(Map.of(tenant.value(), files)).brands().get(tenant));
    }

    /**
     * Keeps the next version; what is served stays. The same files again are the same version.
     *
     * @param by id of the person
     * @param told in the same transaction
     * @throws InvalidLayers with every mistake; nothing is kept
     */
    public TenantVersion save(
            TenantId tenant, Map<String, String> files, String by, Consumer<TenantVersion> told) {
        return database.call(
                tenant,
                () -> {
                    documents.lock();
                    check(tenant, files);
                    var version = next(tenant, files, by);
                    told.accept(version);
                    return version;
                });
    }

    /**
     * Serves a version from now on, here at once and on other nodes within seconds.
     *
     * @param by id of the person
     * @param told in the same transaction
     * @throws InvalidLayers with every mistake; what was served stays
     */
    public void apply(
            TenantId tenant, TenantVersion version, String by, Consumer<TenantVersion> told) {
        apply(tenant, _ -> version, by, told);
    }

    /**
     * The same with a version that is made of the files that are served: nobody's change in between
     * is lost.
     *
     * @param made in the same transaction
     */
    public void apply(
            TenantId tenant,
            Function<Map<String, String>, TenantVersion> made,
            String by,
            Consumer<TenantVersion> told) {
        database.run(
                tenant,
                () -> {
                    documents.lock();
                    var version = made.apply(files(tenant));
                    refuse(room.mistakes(tenant, version.files(), files(tenant)));
                    draft(tenant, version.files());
                    put(tenant, version, by);
                    told.accept(version);
                });
        stored.serve();
    }

    /**
     * Keeps what is made of the files that are served, to be served from the next {@link #refresh}
     * on, in one step: nobody's change in between is lost.
     *
     * @param by id of the person
     * @param told in the same transaction, where anything is another
     * @throws InvalidLayers with every mistake; what was served stays
     */
    public void change(
            TenantId tenant,
            UnaryOperator<Map<String, String>> change,
            String by,
            Consumer<TenantVersion> told) {
        database.run(
                tenant,
                () -> {
                    documents.lock();
                    var before = files(tenant);
                    var files = change.apply(before);
                    if (!files.equals(before)) {
                        draft(tenant, files);
                        var version = next(tenant, files, by);
                        put(tenant, version, by);
                        told.accept(version);
                    }
                });
    }

    /** Serves here at once what other nodes serve within seconds. */
    public void refresh() {
        stored.serve();
    }

    /** Whether there was such a tenant and its contract ended: its short name stays taken. */
    public boolean isEnded(TenantId tenant) {
        return documents.isEnded(tenant);
    }

    /**
     * Serves the tenant no more, here at once and on other nodes within seconds, and never again.
     *
     * @param told in the same transaction, the first time
     */
    public void end(TenantId tenant, Runnable told) {
        database.run(
                tenant,
                () -> {
                    documents.lock();
                    if (documents.end(tenant, clock.instant())) {
                        applications.forget(tenant);
                        told.run();
                    }
                });
        stored.serve();
    }

    private void put(TenantId tenant, TenantVersion version, String by) {
        int before = served(tenant);
        if (documents.put(tenant, version)) {
            applications.add(tenant, before, version.number(), by, clock.instant());
        }
    }

    private void check(TenantId tenant, Map<String, String> files) {
        var mistakes = new LinkedHashSet<>(newMistakes(tenant, files));
        mistakes.addAll(room.mistakes(tenant, files, files(tenant)));
        try {
            draft(tenant, files);
        } catch (InvalidLayers invalid) {
            mistakes.addAll(invalid.mistakes());
        }
        refuse(mistakes);
    }

    private static void refuse(Collection<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new InvalidLayers(List.copyOf(mistakes));
        }
    }

    /** What was kept once may be kept again, and so whoever changes something else goes on. */
    private List<String> newMistakes(TenantId tenant, Map<String, String> files) {
        var mistakes = new ArrayList<>(NewFiles.mistakes(tenant.value(), files));
        if (!mistakes.isEmpty()) {
            versions.newest(tenant, MOST_COMPARED)
                    .forEach(kept ->
                            mistakes.removeAll(NewFiles.mistakes(tenant.value(), kept.files())));
        }
        return mistakes;
    }

    private TenantVersion next(TenantId tenant, Map<String, String> files, String by) {
        var last = versions.newest(tenant, 1).stream().findFirst();
        if (last.filter(version -> version.files().equals(files)).isPresent()) {
            return last.get();
        }
        int number = last.map(TenantVersion::number).orElse(0) + 1;
        var version = new TenantVersion(number, files, by, clock.instant());
        versions.insert(tenant, version);
        return version;
    }

    /**
     * Brings in what the folder has anew since it was last brought in, and serves all. Hosts that a
     * tenant brought itself stay, since no folder knows them, and so does the plan that is served
     * where the folder says none. What administrators made by hand stops nobody's start: a folder
     * that has no room beside it, or does not go with what the database has, waits.
     */
    void start() {
        var changed = new TreeMap<>(tenants.ofFolder());
        changed.entrySet()
                .removeIf(entry ->
                        isImported(entry.getKey(), entry.getValue())
                                || isWaiting(entry.getKey(), entry.getValue()));
        var imports = new TreeMap<>(changed);
        imports.replaceAll((name, files) -> carrying(new TenantId(name), files));
        changed.keySet().retainAll(stored.fitting(imports));
        changed.forEach((name, files) -> {
            var tenant = new TenantId(name);
            database.run(
                    tenant,
                    () -> {
                        documents.lock();
                        if (!isImported(name, files)) {
                            var imported = carrying(tenant, files);
                            var version = next(tenant, imported, TenantVersion.FOLDER);
                            put(tenant, version, TenantVersion.FOLDER);
                            documents.imported(tenant, FilesText.hash(files));
                        }
                    });
        });
        stored.serve();
    }

    private boolean isWaiting(String name, Map<String, String> files) {
        var tenant = new TenantId(name);
        var mistakes = new ArrayList<>(room.mistakes(tenant, files, files(tenant)));
        mistakes.addAll(NewFiles.overlooked(name, files));
        mistakes.forEach(
                mistake -> log.error("Not brought in, what was served stays: {}", mistake));
        return !mistakes.isEmpty();
    }

    private Map<String, String> carrying(TenantId tenant, Map<String, String> files) {
        var served = files(tenant);
        var hosts = TenantHosts.of(served, tenants.domain());
        return Plan.carried(
                served,
                TenantHosts.of(files, tenants.domain()).carrying(hosts, own.of(tenant)).files());
    }

    /** What ended is not brought in again. */
    private boolean isImported(String tenant, Map<String, String> files) {
        var id = new TenantId(tenant);
        return documents.isEnded(id)
                || documents
                        .find(id)
                        .flatMap(ServedDocuments.Served::imported)
                        .filter(FilesText.hash(files)::equals)
                        .isPresent();
    }
}
