package za.co.spikedata.errorstore;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.replica.Sketch;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Failures of all tenants by layout, as support works through them. */
@Component
public class SupportQueue {
    /** Cases of a group that are shown: the newest. */
    private static final int MOST_CASES = 100;

    private final EntryTable entries;
    private final Decisions decisions;
    private final Replicas replicas;
    private final Reports reports;
    private final Replays replays;
    private final ReplayTable counts;
    private final Tenants tenants;
    private final Holds holds;

    SupportQueue(
            EntryTable entries,
            Decisions decisions,
            Replicas replicas,
            Reports reports,
            Replays replays,
            ReplayTable counts,
            Tenants tenants,
            Holds holds) {
        this.entries = entries;
        this.decisions = decisions;
        this.replicas = replicas;
        this.reports = reports;
        this.replays = replays;
        this.counts = counts;
        this.tenants = tenants;
        this.holds = holds;
    }

    /** The most frequent first. */
    public List<Group> groups() {
        Map<String, Tally> tallies = new TreeMap<>();
        tenantIds()
                .flatMap(tenant -> entries.tallies(tenant).stream())
                .forEach(tally -> tallies.merge(tally.group(), tally, Tally::plus));
        var decided = decisions.all();
        return tallies.values().stream()
                .map(tally -> Group.of(tally, decided.getOrDefault(tally.group(), Decision.NONE)))
                .sorted(
                        Comparator.comparingInt(Group::cases)
                                .reversed()
                                .thenComparing(Group::last, Comparator.reverseOrder()))
                .toList();
    }

    public Optional<Group> group(String id) {
        return groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** The newest first. */
    public List<Case> cases(String group) {
        return tenantIds()
                .flatMap(tenant -> entries.ofGroup(tenant, group, MOST_CASES).stream())
                .sorted(Comparator.comparing(Entry::since).reversed())
                .limit(MOST_CASES)
                .map(Case::of)
                .toList();
    }

    public Optional<Case> find(UUID id) {
        return found(id).map(found -> Case.of(found.entry()));
    }

    /** Whether a legal hold keeps it past its date. */
    public boolean isHeld(UUID id) {
        return found(id)
                .filter(found -> holds.isHeld(found.tenant(), found.entry().person()))
                .isPresent();
    }

    /** The replica's bytes; empty where there is none. */
    public Optional<byte[]> replica(UUID id) throws IOException {
        var found = found(id);
        return found.isEmpty()
                ? Optional.empty()
                : replicas.replica(found.get().tenant(), found.get().entry());
    }

    /** Its pages as boxes; empty where they could not be followed. */
    public Optional<Sketch> sketch(UUID id) {
        return found(id).flatMap(found -> replicas.sketch(found.tenant(), found.entry()));
    }

    /** What its owner says about one that was read without fault; empty for a failure. */
    public Optional<String> told(UUID id) {
        return found(id).flatMap(found -> reports.note(found.tenant(), found.entry()));
    }

    public void decide(String group, Decision.State state) {
        decisions.decide(group, state);
    }

    /**
     * @param to id of whoever looks into it; null: nobody
     */
    public void assign(String group, @Nullable String to) {
        decisions.assign(group, to);
    }

    public void note(String group, String note) {
        decisions.note(group, note);
    }

    /** Has one original read again; nothing when it waits already or is mended. */
    public void replay(UUID id) {
        found(id).ifPresent(found -> replays.ask(found.tenant(), id));
    }

    /** Has all originals of a group read again but those that are mended. */
    public void replayAll(String group) {
        tenantIds().forEach(tenant -> replays.askAll(tenant, group));
    }

    /** How many of a group are how far. */
    public Map<Replay.Outcome, Integer> replays(String group) {
        Map<Replay.Outcome, Integer> all = new TreeMap<>();
        tenantIds()
                .map(tenant -> counts.counts(tenant, group))
                .forEach(each ->
                        each.forEach((outcome, cases) -> all.merge(outcome, cases, Integer::sum)));
        return all;
    }

    private record Found(TenantId tenant, Entry entry) {}

    private Optional<Found> found(UUID id) {
        return tenantIds()
                .flatMap(tenant ->
                        entries.find(tenant, id).map(entry -> new Found(tenant, entry)).stream())
                .findFirst();
    }

    private Stream<TenantId> tenantIds() {
        return tenants.all().stream().map(Brand::tenant).map(tenant -> tenant.id());
    }
}
