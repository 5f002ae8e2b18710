package za.co.spikedata.api.wire;

/**
 * What an answer cost, and what is left; in tenths of a credit.
 *
 * @param deducted never negative
 */
public record Credit(long balance, int deducted) {
    /** Nobody's. */
    public static final Credit NONE = new Credit(0, 0);
}
