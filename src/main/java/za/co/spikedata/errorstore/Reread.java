package za.co.spikedata.errorstore;

import za.co.spikedata.engine.model.Verdict;

/** What came of reading a failed document once more; nothing of what it says. */
public sealed interface Reread {
    /** It is read, and its document has the result. */
    record Mended(Verdict verdict) implements Reread {}

    /** It fails in some way, perhaps another than before. */
    record Failed(Failure.How how) implements Reread {}

    /** Only a password opens it, and none is kept. */
    record Locked() implements Reread {}

    /** Its original, or all of it, is deleted. */
    record Gone() implements Reread {}
}
