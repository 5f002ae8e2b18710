package za.co.spikedata.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.PageTaker;

/**
 * Lets a taker work on pages while the next ones are read. It works on one part of the document at
 * a time, in order, and only one other may be read meanwhile.
 */
final class Abreast implements PageTaker, AutoCloseable {
    private final PageTaker taker;
    private final Executor executor;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Abreast(PageTaker taker, Executor executor) {
        this.taker = taker;
        this.executor = executor;
    }

    @Override
    public int atOnce() {
        return taker.atOnce();
    }

    @Override
    public void take(List<Page> next) {
        end();
        last = CompletableFuture.runAsync(() -> taker.take(next), executor);
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
