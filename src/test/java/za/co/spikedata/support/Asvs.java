package za.co.spikedata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How each requirement of OWASP ASVS 5.0 that concerns this product is met: by tests, by lines of
 * {@code docs/security}, or not, for a reason told there.
 */
record Asvs(List<Requirement> requirements) {
    private static final String MAPPING = "/security/asvs.tsv";

    /** Absent where the mapping is not on the class path. */
    static final Optional<Asvs> SHIPPED = read();

    Asvs {
        requirements = List.copyOf(requirements);
    }

    /** How far a requirement is met. */
    enum State {
        MET,
        /** The part of the product that it is about does not exist yet, or is not whole. */
        LATER,
        /** Decided against, which only level 3 allows. */
        EXCEPTION
    }

    /**
     * One requirement.
     *
     * @param about in our own words
     */
    record Requirement(String id, int level, State state, List<Evidence> evidence, String about) {}

    /** What shows that a requirement is met, or says why it is not. */
    sealed interface Evidence {
        /** Every test whose name holds the id, such as {@code HDR-01}. */
        record Check(String id) implements Evidence {}

        /** One test. */
        record Method(String type, String name) implements Evidence {}

        /** The line of a document that ends with the requirement's id. */
        record Line(String document) implements Evidence {}

        static Evidence of(String text) {
            if (text.matches("[A-Z]{3}-\\d{2}")) {
                return new Check(text);
            }
            var parts = text.split("#");
            return parts.length == 2 ? new Method(parts[0], parts[1]) : new Line(text);
        }
    }

    /** The requirements this test is evidence of. */
    List<String> shownBy(String type, String method) {
        var asked = new Evidence.Method(type, method);
        return requirements.stream()
                .filter(requirement -> requirement.evidence().contains(asked))
                .map(Requirement::id)
                .toList();
    }

    /**
     * The page.
     *
     * @param lines id, test and result of every check that ran, parted by tabs
     */
    String html(TreeSet<String> lines) {
        var rows = new StringBuilder();
        for (var requirement : requirements) {
            var shown = new StringBuilder();
            for (var evidence : requirement.evidence()) {
                shown.append("<li>").append(escape(told(requirement, evidence, lines)));
            }
            rows.append(
                    "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s</td><td><ul>%s</ul></td></tr>\n"
                            .formatted(
                                    requirement.id(),
                                    requirement.level(),
                                    requirement.state(),
                                    escape(requirement.about()),
                                    shown));
        }
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>ASVS 5.0</title></head>
        <body>
        <h1>ASVS 5.0</h1>
        <p>%s</p>
        <table>
        <thead><tr><th>Id</th><th>Level</th><th>State</th><th>About</th><th>Shown by</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </body>
        </html>
        """
                .formatted(summary(), rows);
    }

    private String summary() {
        return Arrays.stream(State.values())
                .map(state ->
                        state
                                + ": "
                                + requirements.stream()
                                        .filter(each -> each.state() == state)
                                        .count())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String told(Requirement requirement, Evidence evidence, TreeSet<String> lines) {
        return switch (evidence) {
            case Evidence.Check(var id) -> id + ": " + result(lines, id + "\t", "\t");
            case Evidence.Method(var type, var name) ->
                    type
                            + "."
                            + name
                            + ": "
                            + result(lines, requirement.id() + "\t" + type + "." + name, "\t");
            case Evidence.Line(var document) -> "docs/security/" + document + ".md";
        };
    }

    private static String result(TreeSet<String> lines, String start, String end) {
        var results = new TreeSet<String>();
        lines.stream()
                .filter(line -> line.startsWith(start))
                .forEach(line -> results.add(line.substring(line.lastIndexOf(end) + 1)));
        return results.isEmpty() ? "not run" : String.join(", ", results);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Optional<Asvs> read() {
        try (var mapping = Asvs.class.getResourceAsStream(MAPPING)) {
            return mapping == null
                    ? Optional.empty()
                    : Optional.of(
                            new Asvs(
                                    new String(mapping.readAllBytes(), StandardCharsets.UTF_8)
                                            .lines()
                                            .skip(1)
                                            .map(Asvs::requirement)
                                            .toList()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Requirement requirement(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalStateException("Expected five cells, got " + line);
        }
        return new Requirement(
                cells[0],
                Integer.parseInt(cells[1]),
                State.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT)),
                Arrays.stream(cells[3].split(" "))
                        .filter(each -> !each.isEmpty())
                        .map(Evidence::of)
                        .toList(),
                cells[4]);
    }
}
