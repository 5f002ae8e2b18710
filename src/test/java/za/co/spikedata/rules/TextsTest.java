package za.co.spikedata.rules;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a key written twice the later one would win unseen; one that is missing is told in English.
 */
class TextsTest {
    private static final Path BASE = Path.of("themes/base");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** As {@code #{key}} or {@code #messages.msg('key')} has it. */
    private static final Pattern KEY =
            Pattern.compile("#(?:\\{|messages\\.msg\\(')([a-zA-Z][\\w.-]*)[}(']");

    /** Pages of administrators, operators and support; people of a portal never see them. */
    private static final List<String> OF_CONSOLES =
            List.of(
                    "people.",
                    "person.",
                    "tenants.",
                    "bans.",
                    "domains.",
                    "audit.",
                    "api-keys.",
                    "api-usage.",
                    "failures.",
                    "holds.",
                    "issuers.",
                    "looking.",
                    "openings.",
                    "operations.",
                    "settings.",
                    "webhooks.");

    /** What such pages share with the profile of everybody. */
    private static final List<String> SHARED = List.of("people.role");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** Texts that are names, figures or signs, and so the same in every language. */
    private static final Pattern OF_NO_LANGUAGE =
            Pattern.compile("language\\..*|file\\..*|verify\\.plain|table\\.number");

    /** What has one word in a language, and stands there by another that was once said for it. */
    private static final Map<String, Pattern> OTHER_WORDS =
            Map.of(
                    "zu",
                    Pattern.compile(
                            "ngosi\\b|[Uu]mlando wokuhlola|[Aa]baphathi|ukuthengiselana"
                                    + "|[Uu]msebenzisi wenkundla"),
                    "xh",
                    Pattern.compile(
                            "potali|\\bportal\\b|signesha|Iii|nee?imeyile|nePDF|weqonga|beqonga"
                                    + "|ntshukumo enye"));

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_af", "messages_zu", "messages_xh"})
    void areSaidOnce(String file) throws IOException {
        assertThat(keys(lines(BASE.resolve(file + ".properties"))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void areCaughtWhenSaidTwice() {
        assertThat(keys(List.of("a.b=x", "# a.b=z", "a.b=y"))).containsExactly("a.b", "a.b");
    }

    @Test
    void areAllThereInAfrikaans() throws IOException {
        var english = texts(BASE.resolve("messages.properties"));

        assertThat(faults(english, english, texts(BASE.resolve("messages_af.properties"))))
                .isEmpty();
    }

    @Test
    void thatTemplatesAskForAreThere() throws IOException {
        var english = texts(BASE.resolve("messages.properties"));
        var asked = new TreeSet<String>();
        try (var templates = Files.walk(TEMPLATES)) {
            for (var template :
                    templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                asked.addAll(asked(Files.readString(template)));
            }
        }

        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(english.keySet()).containsAll(asked);
        assertThat(asked("<p th:text=\"#{a.b(${x})}\" title=\"#{${y}}\">#messages.msg('c')"))
                .containsExactly("a.b", "c");
    }

    /** Consoles fall back to English, which their pages tell. */
    @ParameterizedTest
    @ValueSource(strings = {"zu", "xh"})
    void areAllThereForPeopleInIsiZuluAndIsiXhosa(String language) throws IOException {
        var english = texts(BASE.resolve("messages.properties"));
        var translated = texts(BASE.resolve("messages_" + language + ".properties"));

        assertThat(faults(english, ofPeople(english), translated)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zu", "xh"})
    void areNotLeftInEnglishNorSaidByTwoWords(String language) throws IOException {
        var english = texts(BASE.resolve("messages.properties"));
        var translated = texts(BASE.resolve("messages_" + language + ".properties"));

        assertThat(strangers(language, english, translated)).isEmpty();
        assertThat(strangers("xh", Map.of("a", "Save"), Map.of("a", "Save", "b", "le potali")))
                .containsExactly("a", "b");
    }

    private static List<String> strangers(
            String language, Map<String, String> english, Map<String, String> translated) {
        return translated.entrySet().stream()
                .filter(text -> !OF_NO_LANGUAGE.matcher(text.getKey()).matches())
                .filter(text ->
                        text.getValue().equals(english.get(text.getKey()))
                                || OTHER_WORDS.get(language).matcher(text.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A tenant's words replace the platform's in every language it has them in, or in none. */
    @Test
    void ofEveryTenantAndThemeReplaceTextsOfTheBaseInAllLanguages() throws IOException {
        var english = texts(BASE.resolve("messages.properties"));
        for (var layer : layers()) {
            var own = texts(layer.resolve("messages.properties"));
            assertThat(english.keySet()).as(layer.toString()).containsAll(own.keySet());
            for (var translation : translations(layer)) {
                assertThat(faults(own, own, texts(translation)))
                        .as(translation.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void areCaughtWhenMissingStrayOrFilledOtherwise() {
        var english =
                Map.of(
                        "a", "{0} of {1}",
                        "b", "{0,choice,1#one|1<{0} many}",
                        "c", "plain",
                        "people.d", "of consoles");
        var translated =
                Map.of("a", "{0} van", "b", "{0,choice,0#nul|1#een|1<{0} baie}", "x", "vreemd");

        assertThat(faults(english, english, translated))
                .containsExactlyInAnyOrder(
                        "c is missing",
                        "people.d is missing",
                        "x is no text of the base",
                        "a is filled in otherwise",
                        "b is filled in otherwise");
        assertThat(faults(english, ofPeople(english), Map.of("a", "{1} {0}", "b", "{0}", "c", "")))
                .containsExactlyInAnyOrder("b is filled in otherwise", "c is empty");
    }

    /** What is wrong with a translation of the wanted texts. */
    private static List<String> faults(
            Map<String, String> english,
            Map<String, String> wanted,
            Map<String, String> translated) {
        var faults = new ArrayList<String>();
        wanted.keySet().stream()
                .filter(key -> !translated.containsKey(key))
                .forEach(key -> faults.add(key + " is missing"));
        translated.forEach((key, text) -> {
            var original = english.get(key);
            if (original == null) {
                faults.add(key + " is no text of the base");
            } else if (text.isBlank()) {
                faults.add(key + " is empty");
            } else if (!shape(original).equals(shape(text))) {
                faults.add(key + " is filled in otherwise");
            }
        });
        return faults;
    }

    /** What a text is filled with, and how many cases each of its choices has. */
    private static List<Object> shape(String text) {
        var choices =
                Arrays.stream(new MessageFormat(text, Locale.ROOT).getFormats())
                        .filter(ChoiceFormat.class::isInstance)
                        .map(format -> ((ChoiceFormat) format).getLimits().length)
                        .toList();
        var places = PLACE.matcher(text).results().map(found -> found.group(1)).distinct().sorted();
        return List.of(places.toList(), choices);
    }

    /** The keys that a template names as they are; those it puts together are left out. */
    private static List<String> asked(String template) {
        return KEY.matcher(template).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, String> ofPeople(Map<String, String> english) {
        return english.entrySet().stream()
                .filter(text ->
                        SHARED.contains(text.getKey())
                                || OF_CONSOLES.stream().noneMatch(text.getKey()::startsWith))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Path> layers() throws IOException {
        var layers = new ArrayList<Path>();
        for (var root : List.of("themes", "tenants")) {
            try (var folders = Files.list(Path.of(root))) {
                folders.filter(Files::isDirectory)
                        .filter(folder -> !folder.equals(BASE))
                        .forEach(layers::add);
            }
        }
        return layers;
    }

    private static List<Path> translations(Path layer) throws IOException {
        try (var files = Files.list(layer)) {
            return files.filter(file -> file.getFileName().toString().startsWith("messages_"))
                    .toList();
        }
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var line : Files.exists(file) ? lines(file) : List.<String>of()) {
            int end = line.indexOf('=');
            texts.put(line.substring(0, end).strip(), line.substring(end + 1));
        }
        return texts;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(TextsTest::isText).toList();
    }

    private static boolean isText(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static List<String> keys(List<String> lines) {
        return lines.stream()
                .filter(TextsTest::isText)
                .map(line -> line.split("=", 2)[0].strip())
                .toList();
    }
}
