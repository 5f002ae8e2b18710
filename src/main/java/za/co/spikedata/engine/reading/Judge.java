package za.co.spikedata.engine.reading;

import java.util.List;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Counts, quickly and without repairs, how many balances of a sample follow. */
final class Judge {
    private static final double COST_OF_A_BREAK = 0.5;

    private final long[][] amounts;
    private final long[] balances;
    private final boolean[] hasBalance;

    Judge(
            List<RowLine> sample,
            int balance,
            MarkRule amountRule,
            MarkRule balanceRule,
            boolean newestFirst) {
        List<RowLine> rows = newestFirst ? sample.reversed() : sample;
        int columns = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        amounts = new long[rows.size()][columns];
        balances = new long[rows.size()];
        hasBalance = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            read(i, rows.get(i), balance, amountRule, balanceRule);
        }
    }

    private void read(
            int index, RowLine row, int balance, MarkRule amountRule, MarkRule balanceRule) {
        if (row.name() == Name.TOTAL && !row.isDated()
                || !row.isDated() && row.inherited().isEmpty() && row.name() == Name.NONE) {
            return;
        }
        var printed = row.cells().get(balance);
        if (row.name() != Name.NONE && row.figures() <= 1) {
            printed = printed.or(row::lastFigure);
        } else {
            for (int column = 0; column < amounts[index].length; column++) {
                amounts[index][column] = amountRule.read(row.cells().get(column), row.side());
            }
        }
        hasBalance[index] = printed.isPresent();
        balances[index] = balanceRule.read(printed, 0);
    }

    /** Balances that follow over a movement of money, less what breaks costs. */
    double score(List<Integer> signs) {
        int holds = 0;
        int breaks = 0;
        boolean known = false;
        long last = 0;
        long moved = 0;
        for (int i = 0; i < balances.length; i++) {
            long amount = 0;
            for (int column = 0; column < signs.size(); column++) {
                amount += signs.get(column) * amounts[i][column];
            }
            moved += amount;
            if (!hasBalance[i]) {
                continue;
            }
            boolean follows = last + moved == balances[i];
            if (known && follows && moved != 0) {
                holds++;
            } else if (known && !follows) {
                breaks++;
            }
            known = true;
            last = balances[i];
            moved = 0;
        }
        return holds == 0 ? 0 : Math.max(holds - COST_OF_A_BREAK * breaks, 0.001);
    }
}
