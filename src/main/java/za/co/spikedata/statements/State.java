package za.co.spikedata.statements;

/** Where a document is on its way. */
enum State {
    WAITING,
    READING,
    LOCKED,
    DONE,
    REFUSED
}
