package za.co.spikedata.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The brand whose request or mail this thread is working for. */
public final class CurrentBrand {
    private static final ThreadLocal<@Nullable Entered> CURRENT = new ThreadLocal<>();

    private CurrentBrand() {}

    /** A brand from entering to leaving it. */
    private static final class Entered {
        private final Brand brand;
        private boolean isPartlyEnglish;

        Entered(Brand brand) {
            this.brand = brand;
        }
    }

    public static Optional<Brand> find() {
        return Optional.ofNullable(CURRENT.get()).map(entered -> entered.brand);
    }

    /**
     * Whether a text was told in English since the brand was entered, for want of a translation.
     */
    public static boolean isPartlyEnglish() {
        var entered = CURRENT.get();
        return entered != null && entered.isPartlyEnglish;
    }

    static void tellEnglish() {
        var entered = CURRENT.get();
        if (entered != null) {
            entered.isPartlyEnglish = true;
        }
    }

    /** Makes the brand this thread's until the scope is closed. */
    public static Scope enter(Brand brand) {
        var before = CURRENT.get();
        CURRENT.set(new Entered(brand));
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
