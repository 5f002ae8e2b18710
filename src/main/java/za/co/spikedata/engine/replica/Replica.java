package za.co.spikedata.engine.replica;

/** What became of the wish for a paper's replica. */
public sealed interface Replica {
    /** A paper of the same form that fails as the original does, and shares no word with it. */
    record Made(byte[] pdf) implements Replica {}

    /** Some property of a replica could not be shown, so there is none. */
    record NotShown(Why why) implements Replica {}

    /** What could not be shown. */
    enum Why {
        /** The file cannot be followed glyph by glyph. */
        NOT_FOLLOWED,
        /** Its pages are pictures, and a replica has none. */
        PICTURES,
        /** No other days fit the places and styles of its dates. */
        DATES,
        /** No other figures fit their places and equations. */
        FIGURES,
        /** One of its fonts would need more characters than it can have. */
        CHARACTERS,
        /** Some line would read otherwise: a word would turn into a date or a figure. */
        LINES,
        /** The copy is read with another outcome, or fails at another row. */
        OUTCOME,
        /** Some glyph would stand elsewhere. */
        PLACES,
        /** A word of the original would still be in the file. */
        WORDS
    }
}
