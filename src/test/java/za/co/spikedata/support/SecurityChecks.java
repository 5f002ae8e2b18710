package za.co.spikedata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Keeps a page of what was checked: every test whose own or class's display name holds an id such
 * as {@code HDR-01}, or whose method's name begins with one ({@code hdr01...}), is a line of {@code
 * target/security/checks.html} and {@code checks.tsv}, and counts for what {@link Asvs} says it
 * shows, in {@code asvs.html}. Registered for all tests; a test needs nothing but its name. Checks
 * no test can make are listed with the reason.
 */
public final class SecurityChecks implements TestWatcher, AfterAllCallback {
    static final Path FOLDER = Path.of("target", "security");
    private static final Path PARTS = FOLDER.resolve("parts");
    private static final String BY_HAND = "/security/by-hand.tsv";
    private static final Pattern IN_NAME = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");
    private static final Pattern IN_METHOD = Pattern.compile("([a-z]{3})(\\d{2})[A-Z_].*");

    /** Results by class, then by id and test. */
    private static final Map<String, Map<String, String>> RESULTS = new ConcurrentSkipListMap<>();

    @Override
    public void testSuccessful(ExtensionContext test) {
        note(test, "passed");
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        note(test, "FAILED");
    }

    @Override
    public void testAborted(ExtensionContext test, Throwable cause) {
        note(test, "not run");
    }

    @Override
    public void testDisabled(ExtensionContext test, Optional<String> reason) {
        note(test, "not run");
    }

    @Override
    public void afterAll(ExtensionContext container) {
        var name = container.getRequiredTestClass().getName();
        var lines = RESULTS.remove(name);
        if (lines == null) {
            return;
        }
        try {
            Files.createDirectories(PARTS);
            Files.write(
                    PARTS.resolve(name + ".tsv"),
                    lines.entrySet().stream()
                            .map(line -> line.getKey() + "\t" + line.getValue())
                            .toList());
            publish();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The ids a test's names hold. */
    static List<String> ids(List<String> displayNames, String method) {
        var ids = new TreeSet<String>();
        for (var name : displayNames) {
            IN_NAME.matcher(name).results().forEach(found -> ids.add(found.group()));
        }
        var named = IN_METHOD.matcher(method);
        if (named.matches()) {
            ids.add(named.group(1).toUpperCase(Locale.ROOT) + "-" + named.group(2));
        }
        return List.copyOf(ids);
    }

    private static void note(ExtensionContext test, String result) {
        var names = new ArrayList<String>();
        for (var context = Optional.of(test);
                context.isPresent() && context.get().getTestClass().isPresent();
                context = context.get().getParent()) {
            names.add(context.get().getDisplayName());
        }
        var type = test.getRequiredTestClass();
        var method = test.getRequiredTestMethod().getName();
        var lines = RESULTS.computeIfAbsent(outermost(type), _ -> new ConcurrentSkipListMap<>());
        var shown = new TreeSet<>(ids(names, method));
        Asvs.SHIPPED.ifPresent(asvs -> shown.addAll(asvs.shownBy(type.getSimpleName(), method)));
        for (var id : shown) {
            lines.merge(
                    id + "\t" + type.getSimpleName() + "." + method,
                    result,
                    (before, now) -> before.equals("passed") ? now : before);
        }
    }

    private static String outermost(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer.getName();
    }

    private static void publish() throws IOException {
        var lines = new TreeSet<String>();
        try (var parts = Files.list(PARTS)) {
            for (var part : parts.toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        reasons().forEach((id, reason) -> lines.add(id + "\tby hand: " + reason + "\t-"));
        Files.writeString(
                FOLDER.resolve("checks.tsv"),
                "id\ttest\tresult\n" + String.join("\n", lines) + "\n");
        Files.writeString(FOLDER.resolve("checks.html"), html(lines));
        if (Asvs.SHIPPED.isPresent()) {
            Files.writeString(FOLDER.resolve("asvs.html"), Asvs.SHIPPED.get().html(lines));
        }
    }

    /** Why a check, or a part of it, has no test; by its id. */
    static Map<String, String> reasons() throws IOException {
        try (var reasons = SecurityChecks.class.getResourceAsStream(BY_HAND)) {
            var text = Objects.requireNonNull(reasons).readAllBytes();
            return new String(text, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }

    private static String html(TreeSet<String> lines) {
        var rows = new StringBuilder();
        var results = new TreeMap<String, Integer>();
        for (var line : lines) {
            var cells = line.split("\t", 3);
            results.merge(cells[2], 1, Integer::sum);
            rows.append(
                    "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                            .formatted(escape(cells[0]), escape(cells[1]), escape(cells[2])));
        }
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Security checks</title></head>
        <body>
        <h1>Security checks</h1>
        <p>%s</p>
        <table>
        <thead><tr><th>Id</th><th>Test</th><th>Result</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </body>
        </html>
        """
                .formatted(escape(results.toString()), rows);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
