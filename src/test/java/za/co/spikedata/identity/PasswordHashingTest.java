package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What passwords cost in earnest; other tests hash them at a lower price. */
class PasswordHashingTest {
    private static final String PASSWORD = "a quiet river under stones";

    @Test
    @DisplayName("ATH-12 a password costs 0.1 to 1 s of a processor, also where there is none")
    void costsWhatIsStated() {
        var hashing = new PasswordHashing(new PasswordConfiguration().passwordEncoder());

        var hash = hashing.hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=65536,t=2,p=1$");
        for (var kept : java.util.List.of(Optional.of(hash), Optional.<String>empty())) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(hashing.matches(PASSWORD, kept)).isEqualTo(kept.isPresent());
            long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            assertThat(taken / 1e9).isBetween(0.1, 1.0);
        }
    }

    @Test
    @DisplayName("ATH-12 of two hundred sign-ins at once, all but one processor's worth wait")
    void leavesProcessorsToOthers() {
        var counting = new Counting();
        var hashing = new PasswordHashing(counting);

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                people.execute(() -> hashing.matches(PASSWORD, Optional.of("x")));
            }
        }

        assertThat(counting.most.get())
                .isBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        assertThat(counting.all.get()).isEqualTo(200);
    }

    /** Counts how many are hashed at the same time. */
    private static final class Counting implements PasswordEncoder {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger all = new AtomicInteger();

        @Override
        public String encode(java.lang.CharSequence password) {
            return "x";
        }

        @Override
        public boolean matches(java.lang.CharSequence password, String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            all.incrementAndGet();
            return true;
        }
    }
}
