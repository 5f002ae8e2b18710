package za.co.spikedata.engine.layout;

import java.util.List;

/** Takes the pages of a long document some at a time, so that nobody holds them all. */
public interface PageTaker {
    /** Wants them all at once. */
    PageTaker NONE =
            new PageTaker() {
                @Override
                public int atOnce() {
                    return Integer.MAX_VALUE;
                }

                @Override
                public void take(List<Page> next) {
                    throw new IllegalStateException("Expected no part of a document");
                }

                @Override
                public void end() {
                    // It took none.
                }
            };

    /** Documents of no more pages than this are given as a whole. */
    int atOnce();

    /** The pages after those taken before. */
    void take(List<Page> next);

    /** No more pages come; all work on those taken must be done. */
    void end();
}
