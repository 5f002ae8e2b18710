package za.co.spikedata.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.bench.paper.Relation;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;

/**
 * Changes how papers look and counts those whose rows read as before. Arguments: how many for each
 * relation, and the first seed.
 */
public final class RelationReport {
    private RelationReport() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        for (Relation relation : Relation.values()) {
            int same = 0;
            for (long seed = first; seed < first + count; seed++) {
                if (holds(relation, seed)) {
                    same++;
                } else {
                    out.println(relation + " " + seed + " reads otherwise");
                }
            }
            out.println(relation + " same rows " + same + " of " + count);
        }
    }

    /** Whether both papers read as the same rows; two papers that both fail do not count. */
    public static boolean holds(Relation relation, long seed) {
        Relation.Drawn drawn = relation.draw(seed);
        List<String> before = rows(LayoutReport.read(drawn.before().pdf()), false);
        List<String> after = rows(LayoutReport.read(drawn.after().pdf()), relation.reverses());
        return !before.isEmpty() && before.equals(after);
    }

    private static List<String> rows(ReadResult result, boolean reversed) {
        return switch (result) {
            case ReadResult.Unreadable _ -> List.of();
            case ReadResult.Read read -> {
                var rows = new ArrayList<String>();
                for (Statement statement : read.statements()) {
                    List<Transaction> printed = statement.transactions();
                    for (Transaction row : reversed ? printed.reversed() : printed) {
                        rows.add(row.date() + " " + row.amount().cents() + balance(row));
                    }
                }
                yield rows;
            }
        };
    }

    private static String balance(Transaction row) {
        return row.balance().map(balance -> " " + balance.cents()).orElse("");
    }
}
