package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1);

    @Test
    void aNeighbourWhoFillsThePoolIsNotWaitedFor() throws InterruptedException {
        turns.enter("greedy");
        var greedy = waiting("greedy");

        var other = entering("other");

        assertThat(other.join(Duration.ofSeconds(10))).isTrue();
        assertThat(greedy.isAlive()).isTrue();
        turns.leave("greedy");
        turns.leave("other");
        assertThat(greedy.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whoHasLeastUnderWayGoesFirst() throws InterruptedException {
        turns.enter("greedy");
        turns.enter("other");
        var greedy = waiting("greedy");
        var late = waiting("late");

        turns.leave("other");

        assertThat(late.join(Duration.ofSeconds(10))).isTrue();
        assertThat(greedy.isAlive()).isTrue();
        turns.leave("late");
        turns.leave("greedy");
        assertThat(greedy.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void amongEqualsWhoCameFirstGoesFirst() throws InterruptedException {
        turns.enter("one");
        turns.enter("two");
        var first = waiting("three");
        var second = waiting("four");

        turns.leave("one");

        assertThat(first.join(Duration.ofSeconds(10))).isTrue();
        assertThat(second.isAlive()).isTrue();
        turns.leave("two");
        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    }

    private Thread entering(String owner) {
        return Thread.ofPlatform().daemon().start(() -> turns.enter(owner));
    }

    private Thread waiting(String owner) throws InterruptedException {
        var thread = entering(owner);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return thread;
    }
}
