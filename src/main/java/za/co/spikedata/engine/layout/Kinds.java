package za.co.spikedata.engine.layout;

/** The kinds of character a text is made of, a bit for each, told once while it is put together. */
public final class Kinds {
    /** A digit of ASCII. */
    public static final int DIGIT = 1;

    /** A letter of any script; half a letter beyond 65,535 counts. */
    public static final int LETTER = 2;

    /** A plus, a minus or an opening bracket. */
    public static final int SIGN = 4;

    public static final int BEYOND_ASCII = 8;

    /** Of a script that may be written from right to left. */
    public static final int FOREIGN = 16;

    /** A colon of any script. */
    public static final int COLON = 32;

    /** Of ASCII and of no kind above. */
    public static final int OTHER = 64;

    /** Of ASCII, but shown as a blank. */
    public static final int CONTROL = 128;

    /** A point or a comma, which parts the digits of a figure; it is of {@link #OTHER} too. */
    public static final int POINT = 256;

    private static final short[] ASCII = ascii();

    private Kinds() {}

    public static int of(String text) {
        int kinds = 0;
        for (int i = 0; i < text.length(); i++) {
            kinds |= of(text.charAt(i));
        }
        return kinds;
    }

    static int of(char each) {
        return each < ASCII.length ? ASCII[each] : beyond(each);
    }

    private static int beyond(char each) {
        int kinds = each < RightToLeft.FIRST_LETTER ? BEYOND_ASCII : FOREIGN;
        kinds |= each == '\uFF1A' ? COLON : 0;
        kinds |= Character.isLetter(each) || Character.isSurrogate(each) ? LETTER : 0;
        return kinds | (each == '\u2212' || each == '\u2013' ? SIGN : 0);
    }

    private static short[] ascii() {
        var kinds = new short[0x80];
        for (char each = 0; each < kinds.length; each++) {
            int kind = each >= '0' && each <= '9' ? DIGIT : 0;
            kind |= Character.isLetter(each) ? LETTER : 0;
            kind |= each == ':' ? COLON : 0;
            kind |= each == '-' || each == '+' || each == '(' ? SIGN : 0;
            int unlike = each < ' ' ? CONTROL : OTHER;
            unlike |= each == '.' || each == ',' ? POINT : 0;
            kinds[each] = (short) (kind == 0 ? unlike : kind);
        }
        return kinds;
    }
}
