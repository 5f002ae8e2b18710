package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a document is told where it is and in words of whoever wrote it. */
class WrittenYamlTest {
    private static final String DOCUMENT =
            """
            name: Blue Lenders
            hosts: ["blue.{domain}"]
            mail: {from-name: Blue, from-address: statements@blue.example}
            support: {email: help@blue.example}
            """;

    private static final String PLACE = "tenants/blue/tenant.yml: ";

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(DOCUMENT + "name: Red", "line 5: name is there twice"),
                Arguments.of(
                        DOCUMENT.replace("{from-name: Blue,", "{from-name: Blue, from-name: Red,"),
                        "line 3: from-name is there twice"),
                Arguments.of(
                        DOCUMENT.replace("name: Blue L", "name: &blue Blue L")
                                .replace("from-name: Blue", "from-name: *blue"),
                        "line 3: an alias (*) is not read; write the value itself"),
                Arguments.of(
                        DOCUMENT + "---\nname: Red\n",
                        "line 6: a second document begins; one is read"),
                Arguments.of(DOCUMENT + "retention:\n\toriginals: 1d\n", "line 6: cannot be read"),
                Arguments.of(DOCUMENT + "hello\n", "line 5: cannot be read as YAML"),
                Arguments.of(DOCUMENT + "terms: \u0007\n", "cannot be read as YAML"),
                Arguments.of(DOCUMENT + "colour: red\n", "colour: there is no such key here"),
                Arguments.of(DOCUMENT + "features: {apis: true}\n", "features.apis: there is no"),
                Arguments.of(
                        DOCUMENT.replace("Blue Lenders", "360"),
                        "name: expected a text; in quotes where it looks like a number"),
                Arguments.of(
                        DOCUMENT.replace("[\"blue.{domain}\"]", "blue"), "hosts: expected a list"),
                Arguments.of(DOCUMENT + "acting: maybe\n", "acting: expected true or false"),
                Arguments.of(
                        DOCUMENT + "plan: {at-once: many}\n", "plan.at-once: expected a number"),
                Arguments.of("- one\n", "expected keys with values"),
                Arguments.of("", "expected keys with values"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isToldWhereItIs(String document, String mistake) {
        assertThat(NewFiles.mistakes("blue", Map.of("tenant.yml", document)))
                .first()
                .asString()
                .startsWith(PLACE + mistake)
                .doesNotContain("za.co", "java.", "Json");
    }

    @Test
    void isNothingInADocumentThatIsRight() {
        assertThat(NewFiles.mistakes("blue", Map.of("tenant.yml", DOCUMENT))).isEmpty();
    }

    @Test
    void takesNoLongerForADocumentThatUnfoldsOrGoesOn() {
        var bomb = new StringBuilder(DOCUMENT + "a: &a [x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'z'; name++) {
            var before = "*" + (char) (name - 1) + ", ";
            bomb.append("%c: &%c [%s]\n".formatted(name, name, before.repeat(8)));
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    assertThat(WrittenYaml.mistakes(bomb.toString()))
                            .hasSize(25)
                            .allMatch(each -> each.contains("an alias (*) is not read"));
                    assertThat(WrittenYaml.mistakes(DOCUMENT + "# " + "x".repeat(5_000_000)))
                            .containsExactly("longer than 200000 characters");
                });
    }
}
