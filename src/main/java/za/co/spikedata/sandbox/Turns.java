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
 * neighbour who fills the pool is not waited for. A reading that takes long steps aside while there
 * is room there, so that the quick ones behind it need not wait, whoever's they are.
 */
final class Turns {
    private final int places;
    private final int roomAside;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final List<Turn> waiting = new ArrayList<>();
    private int taken;
    private int aside;

    /**
     * @param places of quick readings
     * @param roomAside of those that take long
     */
    Turns(int places, int roomAside) {
        this.places = places;
        this.roomAside = roomAside;
    }

    /** One reading, from its wait to its end. */
    final class Turn implements AutoCloseable {
        private final String owner;
        private boolean isAside;

        private Turn(String owner) {
            this.owner = owner;
        }

        /** Gives up the place for one aside, if there is one. */
        boolean stepAside() {
            return aside(this);
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /** Waits for a place. */
    synchronized Turn enter(String owner) {
        var me = new Turn(owner);
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
        return me;
    }

    /** How many stand aside. */
    synchronized int aside() {
        return aside;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean aside(Turn turn) {
        if (turn.isAside || aside == roomAside) {
            return false;
        }
        turn.isAside = true;
        aside++;
        taken--;
        notifyAll();
        return true;
    }

    private synchronized void leave(Turn turn) {
        if (turn.isAside) {
            aside--;
        } else {
            taken--;
        }
        underWay.merge(turn.owner, -1, (had, less) -> had + less == 0 ? null : had + less);
        notifyAll();
    }

    private @Nullable Turn next() {
        return waiting.stream()
                .filter(each -> taken < places || taken == places && count(each) == 0)
                .min(Comparator.comparingInt(this::count))
                .orElse(null);
    }

    private int count(Turn each) {
        return underWay.getOrDefault(each.owner, 0);
    }
}
