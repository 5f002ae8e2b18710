package za.co.spikedata.tenancy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people type as one line, without what cannot be seen. */
public final class OneLine {
    /**
     * What leaves no mark where it is shown, so that two texts look the same, and turns of
     * direction, which let a text be read as another (Unicode TR 36, 3.2; default ignorable code
     * points). Java and JSON Schema read both alike.
     */
    static final String UNSEEN =
            "\\p{C}\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164"
                    + "\\ufe00-\\ufe0f\\uffa0";

    /** Joiners spell words of scripts whose letters change beside others. */
    static final String JOINER = "(?<=[\\p{L}\\p{M}])[\\u200c\\u200d](?=\\p{L})";

    /** Beside what JSON Schema knows. */
    private static final String HIDDEN = UNSEEN + "\\x{e0100}-\\x{e01ef}";

    /** Of scripts whose letters do not change. */
    private static final String PLAIN = "\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}" + HIDDEN;

    private static final String SPELLING =
            "(?<=[\\p{L}\\p{M}&&[^%1$s]])[\\u200c\\u200d](?=[\\p{L}&&[^%1$s]])".formatted(PLAIN);

    private static final Pattern CLEAN =
            Pattern.compile("(?:[^" + HIDDEN + "]|" + SPELLING + ")*+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern DROPPED = Pattern.compile("[" + HIDDEN + "&&[^\\u200c\\u200d]]");
    private static final Pattern LOOSE = Pattern.compile("(?!" + SPELLING + ")[\\u200c\\u200d]");

    private OneLine() {}

    /** Breaks of lines become spaces. */
    public static String of(String typed) {
        return dropped(BREAKS.matcher(typed).replaceAll(" "));
    }

    /** Breaks of lines are dropped too. */
    public static String dropped(String typed) {
        var seen = DROPPED.matcher(typed).replaceAll("");
        return LOOSE.matcher(seen).replaceAll("").strip();
    }

    /** Several lines, each as one. */
    public static String each(String typed) {
        return typed.lines().map(OneLine::of).collect(Collectors.joining("\n")).strip();
    }

    /** Whether there is nothing in it that cannot be seen. */
    public static boolean isClean(String text) {
        return CLEAN.matcher(text).matches();
    }
}
