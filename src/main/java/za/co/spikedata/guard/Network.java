package za.co.spikedata.guard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses that share their first bits. A client is known by its network: an IPv4 address alone,
 * an IPv6 address by its first 64 bits, because whoever has one has them all.
 */
public record Network(InetAddress first, int bits) {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_CLIENT_BITS = 64;

    public Network {
        var bytes = first.getAddress();
        if (bits < 0 || bits > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("Expected a network of at most all bits");
        }
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        try {
            first = InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }

    /** The network a client at this address belongs to. */
    public static Network ofClient(String address) {
        var inet = literal(address.replaceFirst("%.*", ""));
        return new Network(inet, inet instanceof Inet4Address ? IPV4_BITS : IPV6_CLIENT_BITS);
    }

    /** An address, or a network such as {@code 203.0.113.0/24}; empty for anything else. */
    public static Optional<Network> parse(String text) {
        var parts = text.strip().split("/", -1);
        try {
            if (parts.length == 1) {
                return Optional.of(ofClient(parts[0]));
            }
            return parts.length == 2 && parts[1].matches("\\d{1,3}")
                    ? Optional.of(new Network(literal(parts[0]), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Only the usual forms; Java also takes {@code 1} for an address. */
    private static InetAddress literal(String text) {
        if (!text.contains(":") && !text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException("Expected a network address");
        }
        return InetAddress.ofLiteral(text);
    }

    public boolean contains(Network other) {
        return other.bits >= bits
                && other.first.getAddress().length == first.getAddress().length
                && new Network(other.first, bits).equals(this);
    }

    public boolean isIpv4() {
        return first instanceof Inet4Address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network(var otherFirst, int otherBits)
                && otherBits == bits
                && Arrays.equals(otherFirst.getAddress(), first.getAddress());
    }

    @Override
    public int hashCode() {
        return first.hashCode() * 31 + bits;
    }

    @Override
    public String toString() {
        boolean isWhole = bits == first.getAddress().length * Byte.SIZE;
        return first.getHostAddress().replaceFirst("(^|:)0(:0)+(:|$)", "::")
                + (isWhole ? "" : "/" + bits);
    }
}
