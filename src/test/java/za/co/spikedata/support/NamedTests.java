package za.co.spikedata.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * All tests there are, as they are written.
 *
 * @param checks ids in their names
 * @param methods as {@code Class#method}
 */
record NamedTests(Set<String> checks, Set<String> methods) {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/java"), Path.of("e2e-tests"));
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:@DisplayName|@ParameterizedTest)\\([^\"]*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CHECK = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    static NamedTests read() throws IOException {
        var tests = new NamedTests(new TreeSet<>(), new HashSet<>());
        for (var folder : FOLDERS) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    tests.add(
                            file.getFileName().toString().replace(".java", ""),
                            Files.readString(file));
                }
            }
        }
        return tests;
    }

    private void add(String type, String text) {
        NAME.matcher(text)
                .results()
                .map(named -> CHECK.matcher(named.group(1)))
                .flatMap(found -> found.results())
                .map(MatchResult::group)
                .forEach(checks::add);
        METHOD.matcher(text)
                .results()
                .map(method -> method.group(1))
                .forEach(method -> {
                    methods.add(type + "#" + method);
                    checks.addAll(SecurityChecks.ids(List.of(), method));
                });
    }
}
