package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EntranceTest {
    private final Entrance entrance = new Entrance();

    @Test
    void turnsAwayWhoWouldWaitLongAndLetsInWhoComesLater() throws InterruptedException {
        var inside = new CountDownLatch(Entrance.MOST);
        var end = new CountDownLatch(1);
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Entrance.MOST; i++) {
                programs.execute(() ->
                        entrance.pass(() -> {
                            inside.countDown();
                            await(end);
                            return true;
                        }));
            }
            inside.await();

            assertThat(entrance.pass(() -> true)).isEmpty();
            end.countDown();
        }
        assertThat(entrance.pass(() -> true)).contains(true);
    }

    @Test
    void keepsNoPlaceOfAQuestionThatFails() {
        for (int i = 0; i <= Entrance.MOST; i++) {
            assertThatThrownBy(() -> entrance.pass(EntranceTest::fails))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(entrance.pass(() -> true)).contains(true);
    }

    private static boolean fails() {
        throw new IllegalStateException("Expected by the test");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
