package za.co.spikedata.tenancy;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Tells whoever writes a document what is wrong with it: the keys that lead there, and what to do.
 */
final class LayerMistake {
    private LayerMistake() {}

    static String of(JacksonException broken) {
        return switch (broken) {
            case UnrecognizedPropertyException unknown ->
                    place(unknown) + "there is no such key here; there are " + keys(unknown);
            case StreamReadException unreadable -> line(unreadable) + "cannot be read as YAML";
            case MismatchedInputException other when other.getTargetType() != null ->
                    place(other) + "expected " + expected(other.getTargetType());
            default -> place(broken) + "cannot be read";
        };
    }

    private static String place(JacksonException broken) {
        var keys =
                broken.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
        return keys.isEmpty() ? "" : keys + ": ";
    }

    private static String keys(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Where what cannot be read begins; Jackson itself says where what could be read ends. Empty
     * where nobody knows.
     */
    private static String line(StreamReadException unreadable) {
        return unreadable.getCause() instanceof MarkedYamlEngineException marked
                ? marked.getContextMark()
                        .or(marked::getProblemMark)
                        .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                        .orElse("")
                : "";
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a text; in quotes where it looks like a number or like true";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list such as [one, two]"
                : "keys with values";
    }
}
