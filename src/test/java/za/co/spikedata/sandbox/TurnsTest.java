package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1, 1);

    @Test
    void aNeighbourWhoFillsThePoolIsNotWaitedFor() throws InterruptedException {
        var first = turns.enter("greedy");
        var greedy = waiting("greedy");

        var other = new Entrant("other");

        assertThat(other.isTaken()).isTrue();
        assertThat(greedy.isWaiting()).isTrue();
        first.close();
        other.leave();
        assertThat(greedy.isTaken()).isTrue();
    }

    @Test
    void whoHasLeastUnderWayGoesFirst() throws InterruptedException {
        var first = turns.enter("greedy");
        var other = turns.enter("other");
        var greedy = waiting("greedy");
        var late = waiting("late");

        other.close();

        assertThat(late.isTaken()).isTrue();
        assertThat(greedy.isWaiting()).isTrue();
        late.leave();
        first.close();
        assertThat(greedy.isTaken()).isTrue();
    }

    @Test
    void amongEqualsWhoCameFirstGoesFirst() throws InterruptedException {
        var one = turns.enter("one");
        var two = turns.enter("two");
        var first = waiting("three");
        var second = waiting("four");

        one.close();

        assertThat(first.isTaken()).isTrue();
        assertThat(second.isWaiting()).isTrue();
        two.close();
        assertThat(second.isTaken()).isTrue();
    }

    @Test
    void whoTakesLongHoldsUpNobody() throws InterruptedException {
        var hard = turns.enter("one");
        var next = waiting("one");

        assertThat(hard.stepAside()).isTrue();

        assertThat(next.isTaken()).isTrue();
        assertThat(turns.aside()).isEqualTo(1);
        hard.close();
        assertThat(turns.aside()).isZero();
    }

    @Test
    void asideThereIsRoomForSoManyOnly() throws InterruptedException {
        var hard = turns.enter("one");
        hard.stepAside();
        var harder = turns.enter("one");
        var next = waiting("one");

        assertThat(harder.stepAside()).isFalse();

        assertThat(next.isWaiting()).isTrue();
        harder.close();
        assertThat(next.isTaken()).isTrue();
    }

    private Entrant waiting(String owner) throws InterruptedException {
        int before = turns.waiting();
        var entrant = new Entrant(owner);
        while (turns.waiting() == before) {
            Thread.sleep(1);
        }
        return entrant;
    }

    /** A thread that enters. */
    private final class Entrant {
        private final CompletableFuture<Turns.Turn> turn = new CompletableFuture<>();
        private final Thread thread;

        Entrant(String owner) {
            thread = Thread.ofPlatform().daemon().start(() -> turn.complete(turns.enter(owner)));
        }

        boolean isWaiting() {
            return !turn.isDone();
        }

        boolean isTaken() throws InterruptedException {
            return thread.join(Duration.ofSeconds(10));
        }

        void leave() {
            turn.join().close();
        }
    }
}
