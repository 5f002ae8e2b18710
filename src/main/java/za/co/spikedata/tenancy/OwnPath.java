package za.co.spikedata.tenancy;

import java.util.regex.Pattern;

/** An address on the same host, whatever was asked for. */
public final class OwnPath {
    /** Two slashes, or one and a backslash, begin another host; braces are filled in by Spring. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-\\[\\]-z|~]*");

    private static final int LONGEST = 2_000;

    private OwnPath() {}

    /** Where someone wanted to go, if that is on this host. */
    public static String of(String wanted, String otherwise) {
        return wanted.length() <= LONGEST && OWN.matcher(wanted).matches() ? wanted : otherwise;
    }
}
