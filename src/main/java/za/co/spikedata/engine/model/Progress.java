package za.co.spikedata.engine.model;

/** Hears how far a reading has come; called often, so it must be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, of) -> {};

    /** {@code done} of {@code of} steps of the stage are finished; {@code of} is 0 when unknown. */
    void reached(Stage stage, int done, int of);

    /** The stages a reader of the progress page sees. */
    enum Stage {
        OPENING,
        PAGES,
        /** Pages that are pictures are read letter by letter. */
        SCANS,
        ROWS,
        PROOF
    }
}
