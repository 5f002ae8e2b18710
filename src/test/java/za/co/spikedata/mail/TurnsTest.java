package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import za.co.spikedata.tenancy.TenantId;

class TurnsTest {
    private static final TenantId SLOW = new TenantId("slow");
    private static final TenantId QUICK = new TenantId("quick");
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Turns turns = new Turns(1, Duration.ofMillis(50), PAUSE, clock);
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void holdsUpNobodyWhileAServerDoesNotAnswer() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first =
                Thread.ofPlatform()
                        .start(() ->
                                turns.take(
                                        SLOW,
                                        () -> {
                                            begun.countDown();
                                            awaited(end);
                                        }));
        begun.await();

        assertThatThrownBy(() -> turns.take(SLOW, sent::incrementAndGet))
                .isInstanceOf(NotItsTurn.class);
        turns.take(QUICK, sent::incrementAndGet);
        assertThat(sent).hasValue(1);

        end.countDown();
        first.join();
        assertThatThrownBy(() -> turns.take(SLOW, sent::incrementAndGet))
                .as("until the pause is over")
                .isInstanceOf(NotItsTurn.class);
        now.set(Instant.EPOCH.plus(PAUSE));
        turns.take(SLOW, sent::incrementAndGet);
        assertThat(sent).hasValue(2);
    }

    @Test
    void freesTheTurnOfWhatFailed() {
        assertThatThrownBy(() ->
                        turns.take(
                                SLOW,
                                () -> {
                                    throw new IllegalStateException("refused");
                                }))
                .isInstanceOf(IllegalStateException.class);

        turns.take(SLOW, sent::incrementAndGet);

        assertThat(sent).hasValue(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
