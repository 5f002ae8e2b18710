package za.co.spikedata.domains;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host as somebody types it. */
final class HostName {
    /** The challenge's label and a dot go before it, and a name has 253 characters at most. */
    private static final int LONGEST = 230;

    private static final Pattern LABELS =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private HostName() {}

    /**
     * The host in lower-case ASCII letters, without what an address bar adds; empty for what is no
     * host of the public DNS, such as an address or a single label.
     */
    static Optional<String> parse(String typed) {
        var bare =
                typed.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("[/?#].*$", "")
                        .replaceFirst("\\.$", "");
        try {
            var host = IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(host)
                    .filter(each -> each.length() <= LONGEST && LABELS.matcher(each).matches());
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
