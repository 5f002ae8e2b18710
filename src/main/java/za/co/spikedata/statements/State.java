package za.co.spikedata.statements;

/** Where a document is on its way. */
public enum State {
    WAITING,
    READING,
    LOCKED,
    DONE,
    REFUSED
}
