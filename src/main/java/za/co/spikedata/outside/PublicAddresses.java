package za.co.spikedata.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import za.co.spikedata.guard.Network;

/**
 * Tells addresses of the open internet from all others, by the registries of special-purpose
 * addresses (RFC 6890 and what was added since).
 */
final class PublicAddresses {
    private static final List<Network> CLOSED_V4 =
            networks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // answers virtual machines with what only they may know
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3");

    /** All others are not given out, or hold IPv4 addresses, as NAT64 and mapped ones do. */
    private static final List<Network> GIVEN_OUT_V6 = networks("2000::/3");

    private static final List<Network> CLOSED_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        var network = new Network(address, address.getAddress().length * Byte.SIZE);
        return address instanceof Inet4Address
                ? isNoneOf(CLOSED_V4, network)
                : !isNoneOf(GIVEN_OUT_V6, network) && isNoneOf(CLOSED_V6, network);
    }

    private static boolean isNoneOf(List<Network> networks, Network address) {
        return networks.stream().noneMatch(each -> each.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(text -> Network.parse(text).orElseThrow()).toList();
    }
}
