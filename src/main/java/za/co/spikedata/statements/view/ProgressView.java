package za.co.spikedata.statements.view;

/**
 * How far a reading has come.
 *
 * @param stage message {@code progress.WAITING|OPENING|PAGES|ROWS|PROOF}, filled with done and of;
 *     ends in {@code .unknown} when {@code of} is 0
 * @param percent 0 to 100 over all stages, for {@code aria-valuenow}
 */
public record ProgressView(Said stage, int done, int of, int percent) {}
