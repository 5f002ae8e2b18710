package za.co.spikedata.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The brand whose request or mail this thread is working for. */
public final class CurrentBrand {
    private static final ThreadLocal<@Nullable Brand> CURRENT = new ThreadLocal<>();

    private CurrentBrand() {}

    public static Optional<Brand> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Makes the brand this thread's until the scope is closed. */
    public static Scope enter(Brand brand) {
        var before = CURRENT.get();
        CURRENT.set(brand);
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
