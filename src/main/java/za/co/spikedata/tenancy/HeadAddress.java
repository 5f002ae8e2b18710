package za.co.spikedata.tenancy;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as it stands in the head of a mail: of ASCII alone, since not every server takes
 * another (RFC 6531), and nothing that means more than a letter there.
 */
public final class HeadAddress {
    private static final String LETTERS = "[!-~&&[^@<>,;:\"()\\\\\\[\\]]]+";
    private static final Pattern FORM = Pattern.compile(LETTERS + "@" + LETTERS);

    private HeadAddress() {}

    /** Domains of other letters by their names in DNS; empty where mail cannot be written to it. */
    public static Optional<String> of(String email) {
        int at = email.lastIndexOf('@') + 1;
        try {
            var address = email.substring(0, at) + IDN.toASCII(email.substring(at));
            return Optional.of(address).filter(each -> FORM.matcher(each).matches());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
