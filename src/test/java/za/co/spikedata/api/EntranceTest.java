package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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
                        pass(() -> {
                            inside.countDown();
                            await(end);
                            return true;
                        }));
            }
            inside.await();

            assertThat(pass(() -> true)).isEmpty();
            end.countDown();
        }
        assertThat(pass(() -> true)).contains(true);
    }

    @Test
    void keepsNoPlaceOfAQuestionThatFails() {
        for (int i = 0; i <= Entrance.MOST; i++) {
            assertThatThrownBy(() -> pass(EntranceTest::fails))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(pass(() -> true)).contains(true);
    }

    @Test
    void holdsNoPlaceForThoseWhoWaitForOtherServers() throws InterruptedException {
        var waiting = new CountDownLatch(Entrance.MOST);
        var end = new CountDownLatch(1);
        Runnable slow =
                () -> {
                    waiting.countDown();
                    await(end);
                };
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            var known = new ArrayList<Future<Optional<Boolean>>>();
            for (int i = 0; i < Entrance.MOST; i++) {
                known.add(
                        programs.submit(() ->
                                entrance.pass(() -> Optional.of(slow), () -> end.getCount() == 0)));
            }
            waiting.await();

            assertThat(pass(() -> true)).contains(true);
            end.countDown();
            for (var each : known) {
                assertThat(each.get()).contains(true);
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private <T> Optional<T> pass(Supplier<T> question) {
        return entrance.pass(Optional::empty, question);
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
