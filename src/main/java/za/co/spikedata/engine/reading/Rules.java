package za.co.spikedata.engine.reading;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;

/**
 * One hypothesis about a table.
 *
 * @param balance index of the balance column, -1 when only named rows print balances
 * @param signs for each column +1, -1 or 0: what one cent of it adds to the balance
 * @param balanceSign -1 when the paper prints debts as credits
 * @param partSigns for each part of the table +1 or -1, where its heading gives the sign; else none
 */
public record Rules(
        int balance,
        List<Integer> signs,
        MarkRule amounts,
        MarkRule balances,
        int balanceSign,
        boolean newestFirst,
        List<Integer> partSigns) {
    public Rules {
        signs = List.copyOf(signs);
        partSigns = List.copyOf(partSigns);
    }

    /** What the row adds to the balance. */
    public Money amount(RowLine row) {
        long sum = 0;
        for (int i = 0; i < signs.size(); i++) {
            if (signs.get(i) != 0) {
                sum += signs.get(i) * amounts.read(row.cells().get(i), row.side());
            }
        }
        return Money.ofThousandths(partSigns.isEmpty() ? sum : partSigns.get(row.part()) * sum);
    }

    /** What one column of the row adds to the balance. */
    Money amount(RowLine row, int column) {
        long read = signs.get(column) == 0 ? 0 : amounts.read(row.cells().get(column), row.side());
        return Money.ofThousandths(signs.get(column) * read);
    }

    public boolean hasAmount(RowLine row) {
        for (int i = 0; i < signs.size(); i++) {
            if (signs.get(i) != 0 && row.cells().get(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The balance in the row's balance column, if any. */
    public Optional<Money> balance(RowLine row) {
        if (balance < 0 || row.cells().get(balance).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Money.ofThousandths(balanceSign * balances.read(row.cells().get(balance), 0)));
    }

    /** A balance printed anywhere but in the table's own balance column. */
    public Money figure(MoneyToken token) {
        return Money.ofThousandths(balanceSign * balances.read(Optional.of(token), 0));
    }
}
