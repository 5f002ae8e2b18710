package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The trail is read by people: every action has a text. */
class ActionTextsTest {
    private static final Pattern RECORDED =
            Pattern.compile(
                    "(?:audit\\.record|act|changed|tell|note)\\((?:[^;\"]|\\{)*?\"([a-z-]+\\.[a-z-]+)\"");

    @Test
    void nameEveryActionThatIsRecorded() throws IOException {
        var actions = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/za/co/spikedata"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(action -> !action.endsWith("-"))
                        .forEach(actions::add);
            }
        }
        var texts = Files.readString(Path.of("themes/base/messages.properties"));

        assertThat(actions)
                .contains("sign-in.done", "statement.viewed", "person.disabled")
                .allMatch(action -> texts.contains("\naudit.action." + action + "="));
    }
}
