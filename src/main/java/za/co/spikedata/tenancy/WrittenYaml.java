package za.co.spikedata.tenancy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Finds what the mapper of documents reads over without a word: of two like keys the later one
 * would win, and an alias would be taken for its own name.
 */
final class WrittenYaml {
    /** Characters; the longest that a portal writes itself is a hundredth of this. */
    private static final int LONGEST = 200_000;

    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final Set<String> mistakes = new LinkedHashSet<>();
    private final Deque<Set<String>> open = new ArrayDeque<>();

    private boolean hasBegun;

    private WrittenYaml() {}

    /**
     * What is wrong, the earliest first; of a text that is no YAML, up to where it ends being it.
     */
    static List<String> mistakes(String text) {
        if (text.length() > LONGEST) {
            return List.of("longer than %d characters".formatted(LONGEST));
        }
        var written = new WrittenYaml();
        try (var parser = (YAMLParser) YAML.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                written.see(token, parser);
            }
        } catch (JacksonException toldByTheMapper) {
            return List.copyOf(written.mistakes);
        }
        return List.copyOf(written.mistakes);
    }

    private void see(JsonToken token, YAMLParser parser) {
        if (parser.isCurrentAlias()) {
            tell(parser, "an alias (*) is not read; write the value itself");
        }
        if (open.isEmpty() && hasBegun) {
            tell(parser, "a second document begins; one is read");
        }
        hasBegun = true;
        switch (token) {
            case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
            case END_OBJECT, END_ARRAY -> open.pop();
            case PROPERTY_NAME -> {
                if (!open.element().add(parser.currentName())) {
                    tell(parser, parser.currentName() + " is there twice");
                }
            }
            default -> {}
        }
    }

    private void tell(YAMLParser parser, String what) {
        mistakes.add("line %d: %s".formatted(parser.currentTokenLocation().getLineNr(), what));
    }
}
