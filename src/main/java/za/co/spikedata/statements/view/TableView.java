package za.co.spikedata.statements.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fifty rows of one statement, searched, ordered and paged by the server.
 *
 * @param q what was searched for, empty for everything
 * @param sorts {@code sort.printed|date|amount|description}
 * @param sort the chosen value; a leading {@code -} turns it round
 * @param moneyIn sum over all rows found, not only this page
 */
public record TableView(
        List<TransactionRow> rows,
        String q,
        List<Choice> sorts,
        String sort,
        PagesView pages,
        boolean hasBalance,
        boolean hasFee,
        boolean hasValueDate,
        boolean hasCategory,
        String moneyIn,
        String moneyOut) {
    /**
     * One transaction; an empty text is not printed on the paper.
     *
     * @param number 1..n as printed
     * @param iso the date for {@code <time datetime>}
     * @param amount signed; {@code moneyIn} or {@code moneyOut} is the same without sign, the other
     *     empty
     * @param page of the paper, 0 when unknown
     * @param problem why the proof breaks at this row, else null
     */
    public record TransactionRow(
            int number,
            String date,
            String iso,
            String valueDate,
            List<String> description,
            String amount,
            String moneyIn,
            String moneyOut,
            String fee,
            String balance,
            String category,
            int page,
            boolean isNegative,
            @Nullable Said problem) {
        public boolean isBroken() {
            return problem != null;
        }
    }
}
