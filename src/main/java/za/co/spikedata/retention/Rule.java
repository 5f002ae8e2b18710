package za.co.spikedata.retention;

/** Why something is deleted. */
public enum Rule {
    /** Its owner asked for it. */
    ASKED,
    /** Its period is over. */
    EXPIRED,
    /** Its owner's account ended. */
    ACCOUNT_ENDED,
    /** The tenant's contract ended. */
    TENANT_ENDED,
    /** It was deleted before, and a backup brought it back. */
    RETURNED
}
