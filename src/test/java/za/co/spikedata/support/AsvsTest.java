package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import za.co.spikedata.support.Asvs.Evidence;
import za.co.spikedata.support.Asvs.Requirement;
import za.co.spikedata.support.Asvs.State;

/** Every requirement points at something that is there. */
class AsvsTest {
    /** So many of the standard's requirements concern what this product has or will have. */
    private static final int APPLICABLE = 271;

    private static final Path DOCUMENTS = Path.of("docs/security");

    /** Fewer characters than this decide nothing. */
    private static final int SHORTEST_LINE = 40;

    @Test
    void knowsEveryApplicableRequirementOnce() {
        var ids = shipped().stream().map(Requirement::id).toList();

        assertThat(ids).hasSize(APPLICABLE).doesNotHaveDuplicates();
    }

    @Test
    void showsEachByATestOrALine() throws IOException {
        assertThat(mistakes(shipped(), NamedTests.read(), documents())).isEmpty();
    }

    @Test
    void findsWhatPointsNowhere() throws IOException {
        var wrong =
                List.of(
                        met("V1.1.1", new Evidence.Check("XYZ-99")),
                        met("V1.1.1", new Evidence.Method("AsvsTest", "isNotThere")),
                        met("V0.0.0", new Evidence.Line("crypto")),
                        met("V1.1.1", new Evidence.Line("nowhere")),
                        new Requirement("V1.1.1", 1, State.MET, List.of(), "x"),
                        new Requirement(
                                "V1.1.1",
                                2,
                                State.EXCEPTION,
                                List.of(new Evidence.Check("HDR-02")),
                                "x"));
        var tests = NamedTests.read();
        var documents = documents();

        for (var each : wrong) {
            assertThat(mistakes(List.of(each), tests, documents)).as(each.toString()).isNotEmpty();
        }
    }

    private static Requirement met(String id, Evidence evidence) {
        return new Requirement(id, 1, State.MET, List.of(evidence), "x");
    }

    private static List<Requirement> shipped() {
        return Asvs.SHIPPED.orElseThrow().requirements();
    }

    private static List<String> mistakes(
            List<Requirement> requirements, NamedTests tests, Map<String, List<String>> documents) {
        var mistakes = new ArrayList<String>();
        for (var requirement : requirements) {
            var id = requirement.id();
            if (requirement.evidence().isEmpty()) {
                mistakes.add(id + " is shown by nothing");
            }
            boolean isTold =
                    requirement.evidence().stream().anyMatch(Evidence.Line.class::isInstance);
            switch (requirement.state()) {
                case MET -> {}
                case LATER -> {
                    if (!isTold) {
                        mistakes.add(id + " waits without a reason");
                    }
                }
                case EXCEPTION -> {
                    if (requirement.level() < 3 || !isTold) {
                        mistakes.add(id + " is no exception without a reason, nor below level 3");
                    }
                }
            }
            for (var evidence : requirement.evidence()) {
                boolean isThere =
                        switch (evidence) {
                            case Evidence.Check(var check) -> tests.checks().contains(check);
                            case Evidence.Method(var type, var name) ->
                                    tests.methods().contains(type + "#" + name);
                            case Evidence.Line(var document) ->
                                    documents.getOrDefault(document, List.of()).stream()
                                            .anyMatch(line -> isAbout(line, id));
                        };
                if (!isThere) {
                    mistakes.add(id + " points at what is not there: " + evidence);
                }
            }
        }
        return mistakes;
    }

    private static boolean isAbout(String line, String id) {
        return line.length() >= SHORTEST_LINE
                && Pattern.compile("\\b" + Pattern.quote(id) + "(?![.\\d])").matcher(line).find();
    }

    private static Map<String, List<String>> documents() throws IOException {
        var documents = new HashMap<String, List<String>>();
        try (var files = Files.list(DOCUMENTS)) {
            for (var file : files.toList()) {
                documents.put(
                        file.getFileName().toString().replace(".md", ""), Files.readAllLines(file));
            }
        }
        return documents;
    }
}
