package za.co.spikedata.statements.view;

import java.util.List;

/**
 * What was read from one document, one account of it shown at a time.
 *
 * @param sentence over the whole file; equals the account's when there is one
 * @param accounts empty when the file holds one statement
 * @param repairs single changes that would mend what is broken, the likeliest first
 * @param alike how many changes mend it as well as the first, 0 when none does
 * @param files what can be downloaded, {@code file.xlsx} and such
 */
public record ResultView(
        Said sentence,
        Tone tone,
        List<AccountChoice> accounts,
        AccountView account,
        TableView table,
        List<CheckView> checks,
        List<BreakView> repairs,
        int alike,
        List<BreakView> findings,
        List<DownloadChoice> files) {
    public boolean hasSeveral() {
        return !accounts.isEmpty();
    }

    /** One statement of a file that holds several; {@code index} goes into {@code ?account=}. */
    public record AccountChoice(
            int index, String account, String period, Tone tone, boolean isChosen) {}

    /**
     * One check of the proof.
     *
     * @param sentence {@code check.RULE.holds} (times), {@code .broken} (times) or {@code
     *     .notPrinted}
     * @param outcome {@code holds}, {@code broken} or {@code notPrinted}
     * @param breaks each place it breaks at, first ten
     */
    public record CheckView(Said sentence, String outcome, List<BreakView> breaks) {}

    /**
     * A place the paper contradicts itself at.
     *
     * @param row id of the row, 0 when it is no single row's
     * @param tablePage the page of the table the row is on, 0 for none
     */
    public record BreakView(Said sentence, int row, int tablePage) {}
}
