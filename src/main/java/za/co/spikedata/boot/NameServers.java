package za.co.spikedata.boot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Servers of DNS as settings name them. */
final class NameServers {
    private static final int USUAL_PORT = 53;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SERVER =
            Pattern.compile(
                    "(?:\\[([0-9a-fA-F:.]+)]|(\\d+(?:\\.\\d+){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F.]*))"
                            + "(?::(\\d{1,5}))?");

    private NameServers() {}

    /** An address, and a port where it is not 53; an IPv6 address with a port is in brackets. */
    static Optional<InetSocketAddress> parse(String text) {
        var matched = SERVER.matcher(text.strip());
        if (!matched.matches()) {
            return Optional.empty();
        }
        var address = matched.group(1) == null ? matched.group(2) : matched.group(1);
        int port = matched.group(3) == null ? USUAL_PORT : Integer.parseInt(matched.group(3));
        try {
            return port >= 1 && port <= HIGHEST_PORT
                    ? Optional.of(new InetSocketAddress(InetAddress.ofLiteral(address), port))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
