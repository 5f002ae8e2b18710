package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.MoneyToken.Mark;
import za.co.spikedata.engine.table.RowLine;

/** The letters beside a table's figures and the rules they leave open for each column. */
final class Marks {
    private final boolean[] credits;
    private final boolean[] plain;
    private final boolean sided;

    private Marks(boolean[] credits, boolean[] plain, boolean sided) {
        this.credits = credits;
        this.plain = plain;
        this.sided = sided;
    }

    static Marks of(List<RowLine> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        boolean[] credits = new boolean[columns];
        boolean[] plain = new boolean[columns];
        int sides = 0;
        for (RowLine row : rows) {
            sides += row.side() != 0 ? 1 : 0;
            for (int i = 0; i < columns; i++) {
                Optional<MoneyToken> cell = row.cells().get(i);
                if (cell.isPresent() && !cell.get().magnitude().isZero()) {
                    credits[i] |= cell.get().mark() == Mark.CREDIT;
                    plain[i] |= cell.get().mark() == Mark.NONE;
                }
            }
        }
        return new Marks(credits, plain, sides * 2 > rows.size() / 2);
    }

    /** A balance without letters may be overdrawn wherever letters mark a credit. */
    List<MarkRule> rules(int column) {
        return hasCredit(-1) && plain[column]
                ? List.of(MarkRule.PLAIN_IS_DEBIT, MarkRule.PLAIN_AS_SIGNED)
                : List.of(MarkRule.PLAIN_AS_SIGNED);
    }

    /** Rules of the columns that are not the balance. */
    List<MarkRule> rulesBut(int balance) {
        var rules = new ArrayList<MarkRule>();
        rules.add(MarkRule.PLAIN_AS_SIGNED);
        if (hasCredit(balance)) {
            rules.add(MarkRule.PLAIN_IS_DEBIT);
        }
        if (sided) {
            rules.add(MarkRule.WORD_IN_ROW);
        }
        return rules;
    }

    private boolean hasCredit(int but) {
        for (int i = 0; i < credits.length; i++) {
            if (i != but && credits[i]) {
                return true;
            }
        }
        return false;
    }
}
