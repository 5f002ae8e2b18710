package za.co.spikedata.engine.pdf;

/** Tells figures of money from other words. */
final class FigureText {
    private static final int FEWEST_DIGITS = 3;

    private FigureText() {}

    /** At least three digits, parted by a point or comma, and at most a few letters. */
    static boolean isFigure(String text) {
        int digits = 0;
        int others = 0;
        boolean separated = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isDigit(each)) {
                digits++;
            } else if (each == '.' || each == ',' || each == '\u066B') {
                separated |= digits > 0;
            } else {
                others++;
            }
        }
        return separated && digits >= FEWEST_DIGITS && others <= digits;
    }
}
