package za.co.spikedata.errorstore;

import za.co.spikedata.engine.replica.Replica;

/** What became of an entry's replica. */
enum Copying {
    WAITING,
    MADE,
    NOT_FOLLOWED,
    PICTURES,
    DATES,
    FIGURES,
    CHARACTERS,
    LINES,
    OUTCOME,
    PLACES,
    WORDS,
    /** Only a password opens the paper, and none is kept. */
    LOCKED,
    /** The paper was deleted before it was copied. */
    GONE,
    /** Its making crossed a limit of time or memory. */
    TOO_COMPLEX,
    /** Read once more by another worker, it does not end as its original does. */
    UNLIKE;

    static Copying of(Replica.Why why) {
        return valueOf(why.name());
    }
}
