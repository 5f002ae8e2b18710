package za.co.spikedata.tenancy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Texts as partners write them. An apostrophe is one ({@code it's}, {@code 'n rekening}) unless it
 * stands before a brace, which it keeps from being a place for a value.
 */
final class MessageText {
    private static final Pattern QUOTED = Pattern.compile("'[^']*+'?");
    private static final Pattern PLACE = Pattern.compile("\\{\\s*+(\\d{1,3})\\s*+[,}]");

    private MessageText() {}

    /** The same as {@link MessageFormat} takes it, which wants each apostrophe written twice. */
    static String escaped(String text) {
        var pattern = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            pattern.append(letter);
            if (letter != '\'') {
                continue;
            }
            if (next == '\'') {
                pattern.append(next);
                at++;
            } else if (isQuoted || next == '{' || next == '}') {
                isQuoted = !isQuoted;
            } else {
                pattern.append('\'');
            }
        }
        return pattern.toString();
    }

    /** As partners write it: the other way than {@link #escaped}. */
    static String written(String pattern) {
        return pattern.replace("''", "'");
    }

    /** The values a pattern tells, by their numbers. */
    static SortedSet<Integer> places(String pattern) {
        var places = new TreeSet<Integer>();
        PLACE.matcher(QUOTED.matcher(pattern.replace("''", "")).replaceAll(""))
                .results()
                .forEach(place -> places.add(Integer.valueOf(place.group(1))));
        return places;
    }

    static boolean isPattern(String text) {
        try {
            new MessageFormat(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }
}
