package za.co.spikedata.errorstore;

import java.util.Optional;
import za.co.spikedata.engine.model.EngineVersion;

/**
 * What came of reading an entry's original again.
 *
 * @param said the verdict or the reason, by name
 * @param engine version that read it; empty until it did
 */
public record Replay(Outcome outcome, Optional<String> said, Optional<String> engine) {
    static final Replay NONE = new Replay(Outcome.NONE, Optional.empty(), Optional.empty());

    /** How far it is, or how it ended. */
    public enum Outcome {
        /** Nobody asked for it. */
        NONE,
        WAITING,
        /** The document is read, and its entry settled. */
        MENDED,
        /** The same reason at the same place. */
        ALIKE,
        OTHERWISE,
        LOCKED,
        GONE,
        /** A fault of ours, such as a store that did not answer. */
        INTERRUPTED
    }

    static final Replay INTERRUPTED =
            new Replay(Outcome.INTERRUPTED, Optional.empty(), Optional.empty());

    /**
     * @param before how it failed at first
     */
    static Replay of(Reread reread, Failure.How before) {
        return switch (reread) {
            case Reread.Mended(var verdict) -> ended(Outcome.MENDED, Optional.of(verdict.name()));
            case Reread.Failed(var how) ->
                    ended(
                            how.isLike(before) ? Outcome.ALIKE : Outcome.OTHERWISE,
                            Optional.of(how.reason()));
            case Reread.Locked _ -> ended(Outcome.LOCKED, Optional.empty());
            case Reread.Gone _ -> ended(Outcome.GONE, Optional.empty());
        };
    }

    private static Replay ended(Outcome outcome, Optional<String> said) {
        return new Replay(outcome, said, Optional.of(EngineVersion.CURRENT));
    }
}
