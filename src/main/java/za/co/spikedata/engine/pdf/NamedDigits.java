package za.co.spikedata.engine.pdf;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a font's map says of its digits to the names its encoding gives them. A font that the
 * file does not bring along is drawn by those names, whatever the map says.
 */
final class NamedDigits {
    private NamedDigits() {}

    /**
     * Puts the drawn digits in place of those said.
     *
     * @param texts what each code says, by the map
     * @param named what each code's name stands for, empty when it has none
     * @return whether a code said it was a digit that it is not
     */
    static boolean corrected(String[] texts, String[] named) {
        boolean misled = false;
        for (int code = 0; code < texts.length; code++) {
            boolean differs = !named[code].isEmpty() && !named[code].equals(texts[code]);
            if (differs && (isDigit(named[code]) || isDigit(texts[code]))) {
                misled |= isDigit(texts[code]);
                texts[code] = named[code];
            }
        }
        return misled;
    }

    /**
     * Puts the digits that are drawn in place of other digits.
     *
     * @param texts what each code says, {@code drawn} what it draws
     * @return whether some digit is drawn as another
     */
    static boolean exchanged(@Nullable String[] texts, @Nullable String[] drawn) {
        boolean misled = false;
        for (int code = 0; code < Math.min(texts.length, drawn.length); code++) {
            boolean both = isDigit(texts[code]) && isDigit(drawn[code]);
            if (both && !Objects.equals(texts[code], drawn[code])) {
                texts[code] = drawn[code];
                misled = true;
            }
        }
        return misled;
    }

    private static boolean isDigit(@Nullable String text) {
        return text != null && text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }
}
