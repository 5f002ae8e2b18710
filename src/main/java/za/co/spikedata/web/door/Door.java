package za.co.spikedata.web.door;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * What the door needs to know of the house.
 *
 * @param isHost whether a tenant is served on this lower-case host name
 * @param isForPrograms whether that tenant's host is for programs, which read no page
 * @param tlsPort where browsers find TLS from outside
 */
public record Door(
        Predicate<String> isHost,
        Predicate<String> isForPrograms,
        Proxies proxies,
        IntSupplier tlsPort) {
    /** Serves nobody. */
    static final Door CLOSED =
            new Door(_ -> false, _ -> false, new Proxies(List.of(), List.of()), () -> 443);
}
