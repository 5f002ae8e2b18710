package za.co.spikedata.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who reads next. Of those who wait, the owner with the fewest readings under way goes first, then
 * the one who came first. One more place is kept for an owner who has none under way, so that a
 * neighbour who fills the pool is not waited for.
 */
final class Turns {
    private final int places;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int taken;

    /** Identity is what tells two readings of one owner apart. */
    private static final class Waiting {
        final String owner;

        Waiting(String owner) {
            this.owner = owner;
        }
    }

    Turns(int places) {
        this.places = places;
    }

    synchronized void enter(String owner) {
        var me = new Waiting(owner);
        waiting.add(me);
        boolean interrupted = false;
        while (next() != me) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        waiting.remove(me);
        taken++;
        underWay.merge(owner, 1, Integer::sum);
        notifyAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void leave(String owner) {
        taken--;
        underWay.merge(owner, -1, (had, less) -> had + less == 0 ? null : had + less);
        notifyAll();
    }

    private @Nullable Waiting next() {
        return waiting.stream()
                .filter(each -> taken < places || taken == places && count(each) == 0)
                .min(Comparator.comparingInt(this::count))
                .orElse(null);
    }

    private int count(Waiting each) {
        return underWay.getOrDefault(each.owner, 0);
    }
}
