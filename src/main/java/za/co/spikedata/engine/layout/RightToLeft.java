package za.co.spikedata.engine.layout;

import java.util.ArrayList;
import java.util.List;

/** Gives text of right-to-left scripts, drawn from left to right, in the order it is read. */
public final class RightToLeft {
    /** Scripts before it are written from left to right. */
    public static final char FIRST_LETTER = '\u0590';

    private RightToLeft() {}

    /** Some letter is written from right to left. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_LETTER && isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char each) {
        return switch (Character.getDirectionality(each)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            default -> false;
        };
    }

    /** The letters of one word as they are read; digits in it keep their order. */
    static String word(String drawn) {
        var read = new StringBuilder(drawn).reverse();
        int start = -1;
        for (int i = 0; i <= read.length(); i++) {
            boolean turned =
                    i < read.length()
                            && Character.isLetterOrDigit(read.charAt(i))
                            && !isLetter(read.charAt(i));
            if (turned && start < 0) {
                start = i;
            } else if (!turned && start >= 0) {
                read.replace(
                        start, i, new StringBuilder(read.substring(start, i)).reverse().toString());
                start = -1;
            }
        }
        return read.toString();
    }

    /** The words as they are read; those of other scripts between them keep their order. */
    public static List<String> words(List<String> drawn) {
        var read = new ArrayList<String>();
        int end = drawn.size();
        for (int i = drawn.size() - 1; i >= 0; i--) {
            if (isIn(drawn.get(i))) {
                read.addAll(drawn.subList(i + 1, end));
                read.add(drawn.get(i));
                end = i;
            }
        }
        read.addAll(drawn.subList(0, end));
        return read;
    }
}
