package za.co.spikedata.engine.pdf;

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

    private static boolean isDigit(String text) {
        return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }
}
