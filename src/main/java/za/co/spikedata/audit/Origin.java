package za.co.spikedata.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the work of this thread was asked for.
 *
 * @param address the client's network address; empty for the portal's own work
 * @param requestId names the request in log, error page and trail; empty for the portal's own work
 */
public record Origin(String address, String requestId) {
    private static final Origin PORTAL = new Origin("", "");
    private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

    public static Origin current() {
        var current = CURRENT.get();
        return current == null ? PORTAL : current;
    }

    /** Makes this the thread's origin until the scope is closed. */
    public Scope enter() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Ends what {@link #enter} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
