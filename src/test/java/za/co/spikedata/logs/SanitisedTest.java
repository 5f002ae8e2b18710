package za.co.spikedata.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.shape.Words;

class SanitisedTest {
    private static final String OURS = "za.co.spikedata.mail.Postman";
    private final LoggerContext context = new LoggerContext();

    @Test
    void keepsOurWordsAndIdsAndTheShapeOfTheRest() {
        var id = UUID.randomUUID();

        var said = said(OURS, "Mail {} to {} after {} tries", id, "thandi@example.com", 3);

        assertThat(said.message()).isEqualTo("Mail " + id + " to aaaaaa@aaaaaaa.aaa after 3 tries");
    }

    @Test
    void keepsWhatIsMarkedAsTellingNothing() {
        assertThat(said(OURS, "With {}", new Words("own network")).message())
                .isEqualTo("With own network");
        assertThat(said(OURS, "With {}", List.of(1, "Ndlovu")).message())
                .isEqualTo("With [1, Aaaaaa]");
    }

    @Test
    @DisplayName("LOG-02 keeps of what a library says its shape alone")
    void keepsTheShapeOfWhatLibrariesSay() {
        var said = said("com.zaxxer.hikari.Pool", "Key (email)=(thandi@example.com) exists");

        assertThat(said.message()).doesNotContain("thandi").contains("@");
    }

    @Test
    @DisplayName("LOG-02 keeps of an exception its types and places, and the shape of its words")
    void keepsTheTypesOfExceptions() {
        var thrown =
                new IllegalStateException(
                        "Account 62001234567", new SQLException("Key (name)=(Ndlovu) exists"));

        var line = json(event(OURS, "Expected an answer", thrown));

        assertThat(line)
                .contains("IllegalStateException", "java.sql.SQLException", "SanitisedTest")
                .doesNotContain("62001234567", "Ndlovu");
    }

    @Test
    void tellsPlainlyWhyThePortalDoesNotStart() {
        var event =
                event("org.springframework.boot.SpringApplication", "No bean named vault", null);

        assertThat(new JsonLines(() -> false).format(event)).contains("No bean named vault");
    }

    @Test
    @DisplayName("ENC-05 why the portal does not start is read in lines at a console")
    void keepsTheLinesOfWhyThePortalDoesNotStart() {
        var why = "\n\nDescription:\n\nAnother\u001b master key\n\nAction:\n\nStart with it\n";
        var reporter = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

        var shown = new ConsoleLines(() -> false).format(event(reporter, why, null));

        assertThat(shown.lines()).contains("Description:", "Another  master key", "Start with it");
        assertThat(new JsonLines(() -> false).format(event(reporter, why, null)).lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("LOG-03 stays one JSON object a line whatever is put in")
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\n{\"message\":\"forged\"}",
                "a\u2028b",
                "\u0000",
                "\u001b[31mred",
                "\"}{"
            })
    void staysOneLine(String hostile) {
        for (var event :
                List.of(
                        event(OURS, "Took {}", null, hostile),
                        event("other.Library", hostile, null),
                        event(OURS, "Broke", new IllegalStateException(hostile)))) {
            var line = json(event);

            assertThat(line.strip()).doesNotContain("\n", "\r", "\u2028", "\u001b");
            assertThat(JsonMapper.shared().readTree(line).get("message").isString()).isTrue();
        }
        assertThat(
                        new ConsoleLines(() -> true)
                                .format(event(OURS, "Took {}", null, hostile))
                                .strip())
                .doesNotContain("\n", "\r", "\u001b");
    }

    @Test
    @DisplayName("LOG-04 carries the request's id, and no other text in its place")
    void carriesTheRequest() {
        var id = UUID.randomUUID().toString();

        assertThat(json(within(Map.of("request", id, "name", "Ndlovu"))))
                .contains(id)
                .doesNotContain("Ndlovu");
        assertThat(json(within(Map.of("request", "Ndlovu")))).doesNotContain("Ndlovu");
    }

    private Sanitised said(String logger, String template, Object... with) {
        return Sanitised.of(event(logger, template, null, with), true);
    }

    private static String json(LoggingEvent event) {
        return new JsonLines(() -> true).format(event);
    }

    private LoggingEvent event(String logger, String template, Throwable thrown, Object... with) {
        Logger of = context.getLogger(logger);
        var event = new LoggingEvent(logger, of, Level.WARN, template, thrown, with);
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    private LoggingEvent within(Map<String, String> context) {
        var event =
                new LoggingEvent(
                        OURS, this.context.getLogger(OURS), Level.WARN, "Seen", null, null);
        event.setMDCPropertyMap(context);
        return event;
    }
}
