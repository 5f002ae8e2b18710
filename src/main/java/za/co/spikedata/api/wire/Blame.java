package za.co.spikedata.api.wire;

/** Who can mend a failure. */
public enum Blame {
    NOTSET,
    SPIKE,
    SITE,
    USER,
    CLIENT
}
