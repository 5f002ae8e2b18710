package za.co.spikedata.tenancy;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One flush for all who wait for the disk at the same time. */
final class SharedFlush {
    private final Runnable flush;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long asked;
    private long served;
    private boolean isUnderWay;

    /**
     * @param flush makes durable what was committed before it began
     */
    SharedFlush(Runnable flush) {
        this.flush = flush;
    }

    /**
     * Returns once a flush has ended that began after this was called. Fails as that flush fails
     * for the one who does it; the others have it done again.
     */
    void await() {
        long upTo = lead();
        if (upTo == 0) {
            return;
        }
        boolean isDone = false;
        try {
            flush.run();
            isDone = true;
        } finally {
            end(isDone ? upTo : 0);
        }
    }

    /** Until whose turn the caller is to flush; 0 when another did it for the caller. */
    private long lead() {
        lock.lock();
        try {
            long turn = ++asked;
            while (isUnderWay && served < turn) {
                ended.awaitUninterruptibly();
            }
            if (served >= turn) {
                return 0;
            }
            isUnderWay = true;
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private void end(long upTo) {
        lock.lock();
        try {
            isUnderWay = false;
            served = Math.max(served, upTo);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
