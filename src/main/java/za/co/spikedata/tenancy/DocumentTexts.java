package za.co.spikedata.tenancy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that a document needs; every mistake is added to the list.
 *
 * @param place what every mistake begins with
 * @param domain stands in for <code>{domain}</code>
 */
record DocumentTexts(String place, String domain, List<String> mistakes) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+");

    /** Empty after a mistake. */
    String text(String key, @Nullable String value) {
        if (value == null || value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(place + key + ": a text is needed");
            return "";
        }
        return value.strip();
    }

    String email(String key, @Nullable String value) {
        var text = text(key, value == null ? null : value.replace("{domain}", domain));
        if (!text.isEmpty() && !EMAIL.matcher(text).matches()) {
            mistakes.add(place + key + ": not an e-mail address");
        }
        return text;
    }
}
