package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;

/** Leaves out statements that are printed again, as the copy behind an original. */
final class Copies {
    /** What one statement of an account says, wherever it is printed. */
    private record Said(
            Optional<String> account,
            Optional<Period> period,
            Optional<Money> opening,
            Optional<Money> closing,
            List<Row> rows) {
        static Said of(Statement statement) {
            return new Said(
                    statement.account(),
                    statement.period(),
                    statement.opening().map(Figure::money),
                    statement.closing().map(Figure::money),
                    statement.transactions().stream().map(Row::of).toList());
        }
    }

    private record Row(
            LocalDate date, List<String> description, Money amount, Optional<Money> balance) {
        static Row of(Transaction row) {
            return new Row(row.date(), row.description(), row.amount(), row.balance());
        }
    }

    private Copies() {}

    /** Those whose account is not told, and so may be two that are alike, stay. */
    static List<Statement> without(List<Statement> statements) {
        if (statements.size() < 2) {
            return statements;
        }
        var known = new HashSet<Said>();
        var once = new ArrayList<Statement>();
        for (Statement each : statements) {
            if (known.add(Said.of(each)) || each.account().isEmpty()) {
                once.add(each);
            }
        }
        return once;
    }
}
