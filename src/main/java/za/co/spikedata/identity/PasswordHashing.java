package za.co.spikedata.identity;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them, at the same cost whether or not there is something to compare
 * with, and never more at once than there are processors: sign-ins wait for each other, other pages
 * do not wait for them.
 */
@Component
class PasswordHashing {
    private final PasswordEncoder encoder;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);
    private final String nobodysHash;

    PasswordHashing(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodysHash = Objects.requireNonNull(encoder.encode("nobody"));
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(encoder.encode(canonical(password)));
        } finally {
            turns.release();
        }
    }

    /** Whether the password is the one; without a hash it costs the same and is not. */
    boolean matches(String password, Optional<String> hash) {
        boolean isTooLong = password.length() > PasswordRules.LONGEST;
        turns.acquireUninterruptibly();
        try {
            return encoder.matches(
                            isTooLong ? "too long" : canonical(password), hash.orElse(nobodysHash))
                    && hash.isPresent()
                    && !isTooLong;
        } finally {
            turns.release();
        }
    }

    /** One spelling for what looks and is typed the same on different keyboards. */
    private static String canonical(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
