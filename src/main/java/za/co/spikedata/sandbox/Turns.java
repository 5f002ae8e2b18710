package za.co.spikedata.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who reads next. Of those who wait, the owner with the fewest readings under way goes first, then
 * the one who came first. One more place is kept for an owner who has none under way, so that a
 * neighbour who fills the pool is not waited for. A reading that takes long steps aside while there
 * is room there, so that the quick ones behind it need not wait, whoever's they are. Only who goes
 * next is woken, so that a crowd that waits costs those at work nothing.
 */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
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
        private final Condition isNext = lock.newCondition();
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
    Turn enter(String owner) {
        lock.lock();
        try {
            var me = new Turn(owner);
            waiting.add(me);
            while (next() != me) {
                me.isNext.awaitUninterruptibly();
            }
            waiting.remove(me);
            taken++;
            underWay.merge(owner, 1, Integer::sum);
            wakeNext();
            return me;
        } finally {
            lock.unlock();
        }
    }

    /** How many stand aside. */
    int aside() {
        lock.lock();
        try {
            return aside;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean aside(Turn turn) {
        lock.lock();
        try {
            if (turn.isAside || aside == roomAside) {
                return false;
            }
            turn.isAside = true;
            aside++;
            taken--;
            wakeNext();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Turn turn) {
        lock.lock();
        try {
            if (turn.isAside) {
                aside--;
            } else {
                taken--;
            }
            underWay.merge(turn.owner, -1, (had, less) -> had + less == 0 ? null : had + less);
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        var next = next();
        if (next != null) {
            next.isNext.signal();
        }
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
