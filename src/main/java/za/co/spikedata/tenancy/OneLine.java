package za.co.spikedata.tenancy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people type as one line, without what cannot be seen. */
public final class OneLine {
    /**
     * What leaves no mark where it is shown, so that two texts look the same, and turns of
     * direction, which let a text be read as another (Unicode TR 36, 3.2; default ignorable code
     * points). Java and JSON Schema read it alike.
     */
    static final String UNSEEN =
            "\\p{C}\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164"
                    + "\\ufe00-\\ufe0f\\uffa0";

    /** Joiners spell words of scripts whose letters change beside others. */
    static final String JOINER = "(?<=[\\p{L}\\p{M}])[\\u200c\\u200d](?=\\p{L})";

    private static final Pattern CLEAN = Pattern.compile("(?:[^" + UNSEEN + "]|" + JOINER + ")*+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern DROPPED = Pattern.compile("(?!" + JOINER + ")[" + UNSEEN + "]");

    private OneLine() {}

    /** Breaks of lines become spaces. */
    public static String of(String typed) {
        return dropped(BREAKS.matcher(typed).replaceAll(" "));
    }

    /** Breaks of lines are dropped too. */
    public static String dropped(String typed) {
        return DROPPED.matcher(typed).replaceAll("").strip();
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
