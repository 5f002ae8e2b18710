package za.co.spikedata.api;

/**
 * A program with what is left to its tenant.
 *
 * @param balance in tenths of a credit
 */
record Paying(Client client, long balance) {
    boolean isBroke() {
        return balance <= 0;
    }
}
