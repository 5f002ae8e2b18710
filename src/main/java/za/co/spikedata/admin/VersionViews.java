package za.co.spikedata.admin;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.FileText;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/** Versions as pages show them: who made each, and what it would change of what is served. */
@Component
class VersionViews {
    private static final int LINES_AROUND = 2;

    /** A difference takes time that grows with the square of the lines; no honest file has more. */
    private static final int MOST_LINES = 2_000;

    /** Of a unified diff: the two names of the file. */
    private static final int HEAD_LINES = 2;

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

    /**
     * One line of a difference.
     *
     * @param kind {@code added}, {@code gone}, {@code place} or {@code same}
     */
    record DiffLine(String kind, String text) {}

    /** What is another in one file. */
    record FileDiff(String path, List<DiffLine> lines) {}

    /** A version on its own page. */
    record VersionView(VersionRow row, List<FileDiff> diffs, int served) {}

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
                diffs(versions.files(tenant), version.files()),
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

    static List<FileDiff> diffs(Map<String, String> before, Map<String, String> after) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        var diffs = new ArrayList<FileDiff>();
        for (var path : paths) {
            var old = text(before, path).lines().limit(MOST_LINES).toList();
            var lines = text(after, path).lines().limit(MOST_LINES).toList();
            var patch = DiffUtils.diff(old, lines);
            var shown =
                    UnifiedDiffUtils.generateUnifiedDiff(path, path, old, patch, LINES_AROUND)
                            .stream()
                            .skip(HEAD_LINES)
                            .map(VersionViews::line)
                            .toList();
            if (!shown.isEmpty()) {
                diffs.add(new FileDiff(path, shown));
            }
        }
        return diffs;
    }

    /** A picture of bytes is told by what tells it from another. */
    private static String text(Map<String, String> files, String path) {
        var text = files.getOrDefault(path, "");
        return FileText.isBinary(path) && !text.isEmpty()
                ? "PNG %d bytes %08x".formatted(FileText.bytes(path, text).length, text.hashCode())
                : text;
    }

    private static DiffLine line(String text) {
        var kind =
                switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                    case '+' -> "added";
                    case '-' -> "gone";
                    case '@' -> "place";
                    default -> "same";
                };
        return new DiffLine(kind, text);
    }
}
