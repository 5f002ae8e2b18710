package za.co.spikedata.admin;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import za.co.spikedata.tenancy.FileText;

/** What is another in the files of a tenant's document, line by line. */
public final class Differences {
    private static final int LINES_AROUND = 2;

    /** A difference takes time that grows with the square of the lines; no honest file has more. */
    private static final int MOST_LINES = 2_000;

    /** Of a unified diff: the two names of the file. */
    private static final int HEAD_LINES = 2;

    private Differences() {}

    /**
     * One line of a difference.
     *
     * @param kind {@code added}, {@code gone}, {@code place} or {@code same}
     */
    public record DiffLine(String kind, String text) {}

    /** What is another in one file. */
    public record FileDiff(String path, List<DiffLine> lines) {
        public FileDiff {
            lines = List.copyOf(lines);
        }
    }

    /** By the files' names; what is the same is left out. */
    public static List<FileDiff> of(Map<String, String> before, Map<String, String> after) {
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
                            .map(Differences::line)
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
