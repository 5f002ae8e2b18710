package za.co.spikedata.tenancy;

import java.util.regex.Pattern;

/** What people type as one line, without what cannot be seen. */
public final class OneLine {
    /** Breaks of every kind. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    /** Turns of direction, which let a text be read as another (Unicode TR 36, 3.2). */
    private static final Pattern TURNS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    public static String of(String typed) {
        return TURNS.matcher(BREAKS.matcher(typed).replaceAll(" ")).replaceAll("").strip();
    }
}
