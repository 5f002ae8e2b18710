package za.co.spikedata.statements.upload;

/**
 * How much may come at once; told before files are chosen.
 *
 * @param fileBytes largest file, unpacked
 * @param files most files of one upload, those inside zips counted one by one
 * @param batchBytes most bytes of one upload as sent, and again as unpacked
 */
public record StatementLimits(long fileBytes, int files, long batchBytes) {
    public static final StatementLimits DEFAULT = new StatementLimits(25L << 20, 1_000, 300L << 20);
}
