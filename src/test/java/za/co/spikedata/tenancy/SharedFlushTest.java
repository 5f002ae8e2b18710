package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedFlushTest {
    private static final int CROWD = 8;

    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicBoolean isBroken = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final SharedFlush flush = new SharedFlush(this::first);

    /** The first takes until it is told to go on. */
    private void first() {
        if (flushes.incrementAndGet() > 1) {
            return;
        }
        begun.countDown();
        try {
            assertThat(goesOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (isBroken.get()) {
            throw new IllegalStateException("Broken as the test wants it");
        }
    }

    @Test
    void isOneForAllWhoComeWhileAnotherIsUnderWay() throws Exception {
        crowd().forEach(SharedFlushTest::ends);

        assertThat(flushes).hasValue(2);
    }

    @Test
    void isDoneAgainForTheOthersWhereItFailed() throws Exception {
        isBroken.set(true);

        var all = crowd();

        assertThatThrownBy(() -> all.getFirst().get()).hasMessageContaining("Broken");
        all.stream().skip(1).forEach(SharedFlushTest::ends);
        assertThat(flushes).hasValue(2);
    }

    @Test
    void isAnotherForWhoeverComesLater() {
        goesOn.countDown();

        flush.await();
        flush.await();

        assertThat(flushes).hasValue(2);
    }

    /** One who flushes, and a crowd that came while it did; all have gone on. */
    private List<Future<?>> crowd() throws InterruptedException {
        var threads = new ConcurrentLinkedQueue<Thread>();
        try (var pool =
                Executors.newThreadPerTaskExecutor(work -> {
                    var thread = new Thread(work);
                    threads.add(thread);
                    return thread;
                })) {
            var first = pool.submit(flush::await);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            var others =
                    IntStream.range(0, CROWD).mapToObj(_ -> pool.submit(flush::await)).toList();
            while (!threads.stream().skip(1).allMatch(SharedFlushTest::waits)) {
                Thread.sleep(5);
            }
            goesOn.countDown();
            return Stream.<Future<?>>concat(Stream.of(first), others.stream()).toList();
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void ends(Future<?> waiting) {
        try {
            waiting.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
