package za.co.spikedata.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.PageTaker;

/**
 * Lets a taker work on pages while the next ones are read. The first half of its work is done by
 * whoever reads them, so that both have as much to do; the rest, on one part of the document at a
 * time and in order, while only one other part may be read.
 */
final class Abreast implements PageTaker, AutoCloseable {
    private final int atOnce;
    private final Function<List<Page>, Runnable> taker;
    private final Executor executor;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /**
     * @param taker gives what is left to do of some pages
     */
    Abreast(int atOnce, Function<List<Page>, Runnable> taker, Executor executor) {
        this.atOnce = atOnce;
        this.taker = taker;
        this.executor = executor;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public void take(List<Page> next) {
        Runnable rest = taker.apply(next);
        end();
        last = CompletableFuture.runAsync(rest, executor);
    }

    /** Fails as the taker did. */
    @Override
    public void end() {
        try {
            last.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case Error error -> throw error;
                case RuntimeException own -> throw own;
                case null, default -> throw failed;
            }
        }
    }

    /** Leaves nothing at work, whatever became of the reading. */
    @Override
    public void close() {
        last.handle((_, _) -> true).join();
    }
}
