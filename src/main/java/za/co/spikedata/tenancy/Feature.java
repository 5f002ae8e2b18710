package za.co.spikedata.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a portal offers unless its document turns it off. */
public enum Feature {
    /** Programs bring documents; with it go keys, usage and the page for developers. */
    API,
    /** Servers are told of events; only where programs may ask for what they are told of. */
    WEBHOOKS,
    /** People and programs come by OpenID providers of the tenant's own. */
    SIGN_IN_PROVIDERS,
    /** People tell that a result is wrong though it holds. */
    PROBLEM_REPORTS,
    /** Files for bookkeeping programs, beside spreadsheets, plain CSV and signed JSON. */
    BOOKKEEPING_FILES,
    /** Anyone checks the signature of a result or receipt. */
    VERIFICATION;

    /** What the document calls it, such as {@code sign-in-providers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what is none. */
    public static Optional<Feature> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
