package za.co.spikedata.web.door;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Whom to believe about where a request came from.
 *
 * <p>{@code X-Forwarded-For} is read from the right for as long as the address that wrote the entry
 * is a configured proxy; the first address that is none is the client. When that address is one of
 * Cloudflare's and the request carries {@code CF-Connecting-IP}, the latter wins. What is no
 * address ends the walk, so that garbage never hides who passed it on. All other headers of this
 * kind ({@code Forwarded}, {@code X-Real-IP}, {@code X-Forwarded-Host} and so on) are never
 * believed.
 *
 * @param ranges addresses of proxies that put the peer's address at the right of {@code
 *     X-Forwarded-For}
 * @param cloudflare addresses whose {@code CF-Connecting-IP} is believed
 */
public record Proxies(List<AddressRange> ranges, List<AddressRange> cloudflare) {
    /** Longer chains are no chains; only this many entries from the right are looked at. */
    private static final int LONGEST_CHAIN = 32;

    public Proxies {
        ranges = List.copyOf(ranges);
        cloudflare = List.copyOf(cloudflare);
    }

    /** Whether the peer may speak for others. */
    boolean believes(InetAddress peer) {
        return AddressRange.anyHolds(ranges, peer) || AddressRange.anyHolds(cloudflare, peer);
    }

    /**
     * The address the request came from.
     *
     * @param forwardedFor every {@code X-Forwarded-For}, joined by commas in their order
     * @param connectingIp every {@code CF-Connecting-IP}
     */
    InetAddress client(InetAddress peer, String forwardedFor, List<String> connectingIp) {
        var client = peer;
        var entries = forwardedFor.split(",", -1);
        int next = entries.length - 1;
        int last = Math.max(0, entries.length - LONGEST_CHAIN);
        while (next >= last && AddressRange.anyHolds(ranges, client)) {
            var entry = address(entries[next]);
            if (entry.isEmpty()) {
                break;
            }
            client = entry.get();
            next--;
        }
        if (AddressRange.anyHolds(cloudflare, client) && connectingIp.size() == 1) {
            return address(connectingIp.getFirst()).orElse(client);
        }
        return client;
    }

    /** The address of an entry, with or without port and brackets. */
    private static Optional<InetAddress> address(String entry) {
        var text = entry.strip();
        if (text.matches("\\[[0-9A-Fa-f:.]+](:\\d{1,5})?")) {
            text = text.substring(1, text.indexOf(']'));
        } else if (text.matches("[0-9.]+:\\d{1,5}")) {
            text = text.substring(0, text.indexOf(':'));
        }
        if (!text.matches("[0-9A-Fa-f:.]{2,45}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}
