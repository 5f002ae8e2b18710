package za.co.spikedata.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may ask for. */
enum Scope {
    PDF,
    CSV;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scopes of a text in which spaces stand between them; others are nobody's yet. */
    static Set<Scope> parse(String text) {
        var words = Set.copyOf(List.of(text.split(" ")));
        return Arrays.stream(values())
                .filter(scope -> words.contains(scope.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    static String text(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }
}
