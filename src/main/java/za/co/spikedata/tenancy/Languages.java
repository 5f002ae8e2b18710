package za.co.spikedata.tenancy;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which languages a tenant speaks; those that have texts are known by the base's files. */
final class Languages {
    /** What {@code messages.properties} without a language is written in. */
    static final String ENGLISH = "en";

    /** How layers file what is English. */
    static final String DEFAULT = "";

    /** Every text is there in these; what a tenant speaks that says nothing of it. */
    private static final List<String> COMPLETE = List.of(ENGLISH, "af");

    private Languages() {}

    /** How layers file what is written in a language; that of files that name none is English. */
    static String tag(@Nullable String language) {
        return language == null || language.equals(ENGLISH) ? DEFAULT : language;
    }

    /** The languages the base has texts in. */
    static Set<String> spoken(Optional<Layer> base) {
        var spoken = new TreeSet<>(base.map(layer -> layer.messages().keySet()).orElse(Set.of()));
        spoken.remove(DEFAULT);
        spoken.add(ENGLISH);
        return spoken;
    }

    static Locale locale(String place, @Nullable String said, List<String> mistakes) {
        var tag = said == null ? "en-ZA" : said;
        var locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            mistakes.add(place + "locale: expected a language tag such as en-ZA, got " + tag);
            return Locale.ROOT;
        }
        return locale;
    }

    /** The tenant's own language first. */
    static List<String> of(
            String place,
            @Nullable List<String> said,
            Locale locale,
            Set<String> spoken,
            List<String> mistakes) {
        var own = locale.getLanguage();
        if (!own.isEmpty() && !spoken.contains(own)) {
            mistakes.add(place + "locale: has texts in " + spoken + ", not in " + own);
        }
        if (said == null) {
            return Stream.concat(Stream.of(own), COMPLETE.stream().filter(spoken::contains))
                    .distinct()
                    .toList();
        }
        var seen = new HashSet<String>();
        for (var language : said) {
            if (!spoken.contains(language)) {
                mistakes.add(place + "languages: expected some of " + spoken + ", got " + language);
            }
            if (!seen.add(language)) {
                mistakes.add(place + "languages: " + language + " is listed twice");
            }
        }
        if (!own.isEmpty() && !seen.contains(own)) {
            mistakes.add(place + "languages: " + own + " is missing, the language of its locale");
        }
        return List.copyOf(new LinkedHashSet<>(said));
    }
}
