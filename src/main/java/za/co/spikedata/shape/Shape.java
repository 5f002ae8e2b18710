package za.co.spikedata.shape;

import java.util.PrimitiveIterator;

/**
 * A value with its content removed and its form kept: {@code Pick n Pay 123.45} becomes {@code Aaaa
 * a Aaa 999.99}. Letters and digits of every script are content; blanks, signs and how many of each
 * stand there are form. The shape of a shape is itself.
 */
public record Shape(String form) {
    /** Longer values end with this; how long one is to the letter may tell which it is. */
    private static final String MORE = "…";

    /** Longest form that is kept, in characters. */
    private static final int LONGEST = 200;

    public Shape {
        if (form.codePoints().anyMatch(each -> of(each) != each)) {
            throw new IllegalArgumentException("Expected a form, got content");
        }
    }

    public static Shape of(String value) {
        var form = new StringBuilder(Math.min(value.length(), LONGEST));
        PrimitiveIterator.OfInt characters = value.codePoints().iterator();
        while (characters.hasNext()) {
            if (form.length() == LONGEST) {
                return new Shape(form.append(MORE).toString());
            }
            form.append((char) of(characters.nextInt()));
        }
        return new Shape(form.toString());
    }

    /**
     * The form of one character: A for a capital, a for any other letter, 9 for a digit or number,
     * a blank for whatever breaks lines or is not seen, {@code ?} for what is neither letter nor
     * sign; ASCII signs and those of money are themselves.
     */
    public static int of(int character) {
        if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
            return 'A';
        }
        if (Character.isLetter(character)) {
            return 'a';
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    '9';
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT ->
                    ' ';
            case Character.CURRENCY_SYMBOL -> character;
            default -> character < 0x80 || character == MORE.charAt(0) ? character : '?';
        };
    }

    @Override
    public String toString() {
        return form;
    }
}
