package za.co.spikedata.web.door;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses that share their first bits, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Fa-f.:]+(/\\d{1,3})?");

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("Expected as many bits as the address has at most");
        }
    }

    /**
     * Reads one range; an address alone is a range of one.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static AddressRange parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected an address or a range in CIDR form");
        }
        var parts = text.split("/", 2);
        var address = InetAddress.ofLiteral(parts[0]);
        int all = address.getAddress().length * Byte.SIZE;
        return new AddressRange(address, parts.length == 2 ? Integer.parseInt(parts[1]) : all);
    }

    static boolean anyHolds(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - rest);
        return Arrays.equals(mine, 0, whole, theirs, 0, whole)
                && (rest == 0 || ((mine[whole] ^ theirs[whole]) & mask & 0xFF) == 0);
    }
}
