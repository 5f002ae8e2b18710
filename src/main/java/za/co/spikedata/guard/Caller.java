package za.co.spikedata.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the network shows.
 *
 * @param devices the tokens their browser keeps for this tenant
 * @param remember gives their browser these tokens to keep
 */
record Caller(
        Network network,
        boolean isTrusted,
        List<KnownDevices.Known> devices,
        Consumer<List<String>> remember) {
    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    Caller {
        devices = List.copyOf(devices);
    }

    /** Absent where no request is being answered. */
    static Optional<Caller> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Makes this the thread's caller until the scope is closed. */
    Scope enter() {
        CURRENT.set(this);
        return CURRENT::remove;
    }

    /** Ends what {@link #enter} began. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    Optional<KnownDevices.Known> device(String account) {
        return devices.stream().filter(known -> known.account().equals(account)).findFirst();
    }

    @Override
    public String toString() {
        return "Caller[*]";
    }
}
