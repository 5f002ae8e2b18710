package za.co.spikedata.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.bench.paper.Fault;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/**
 * Prints one wrong digit into one figure of a paper that is proven without it, and counts how often
 * the first repair offered is that figure. Arguments: how many layouts, and the first seed.
 */
public final class RepairReport {
    /** What became of one misprint. */
    public enum Outcome {
        FIRST,
        /** Offered, behind another that explains the paper as well. */
        ALIKE,
        LATER,
        NOT_OFFERED,
        /** The rows read otherwise than those of the sound paper. */
        READ_OTHERWISE,
        /** The digit stands in no figure that the proof rests on. */
        HARMLESS,
        STILL_PROVEN,
        /** The sound paper is not proven. */
        NOT_TRIED
    }

    /** How closely the paper's balances hem in a figure: several may explain a difference alike. */
    public enum Support {
        BALANCE_BY_ROW,
        BALANCE_BY_DAY,
        NO_BALANCES
    }

    /** One paper's misprint. */
    public record Tried(Support support, Outcome outcome) {}

    /** A figure of a row, or with 0 of the ends. */
    private record Cause(int transaction, Cell.Column column) {}

    private static final Cell.Column BALANCE = Cell.Column.BALANCE;

    private RepairReport() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var totals = new EnumMap<Support, Map<Outcome, Integer>>(Support.class);
        for (long seed = first; seed < first + count; seed++) {
            Tried tried = mend(seed);
            totals.computeIfAbsent(tried.support(), _ -> new EnumMap<>(Outcome.class))
                    .merge(tried.outcome(), 1, Integer::sum);
            if (tried.outcome() != Outcome.FIRST && tried.outcome() != Outcome.HARMLESS) {
                out.println(seed + " " + tried.support() + " " + tried.outcome());
            }
        }
        totals.forEach((support, outcomes) -> out.println(support + " " + outcomes));
    }

    /** Misprints one figure of the paper of this seed. */
    public static Tried mend(long seed) {
        ReadResult sound = LayoutReport.read(RandomPaper.draw(seed, seed, Fault.NONE));
        ReadResult misprinted = LayoutReport.read(RandomPaper.draw(seed, seed, Fault.MISPRINT));
        if (!(sound instanceof ReadResult.Read one) || one.verdict() != Verdict.PROVEN) {
            return new Tried(Support.NO_BALANCES, Outcome.NOT_TRIED);
        }
        Support support = support(one.statements().getFirst());
        if (!(misprinted instanceof ReadResult.Read two)
                || one.statements().size() != two.statements().size()) {
            return new Tried(support, Outcome.READ_OTHERWISE);
        }
        return new Tried(support, judge(one.statements().getFirst(), two.statements().getFirst()));
    }

    private static Support support(Statement statement) {
        long balanced =
                statement.transactions().stream().filter(RepairReport::printsBalance).count();
        if (balanced == 0) {
            return Support.NO_BALANCES;
        }
        return balanced * 20 >= statement.transactions().size() * 19L
                ? Support.BALANCE_BY_ROW
                : Support.BALANCE_BY_DAY;
    }

    private static Outcome judge(Statement sound, Statement misprinted) {
        Optional<List<Cause>> causes = causes(sound, misprinted);
        if (causes.isEmpty() || causes.get().size() > 1) {
            return Outcome.READ_OTHERWISE;
        }
        boolean proven = misprinted.proof().verdict() == Verdict.PROVEN;
        if (causes.get().isEmpty()) {
            return proven || !dates(sound).equals(dates(misprinted))
                    ? Outcome.HARMLESS
                    : offered(misprinted, new Cause(0, BALANCE));
        }
        return proven ? Outcome.STILL_PROVEN : offered(misprinted, causes.get().getFirst());
    }

    private static List<LocalDate> dates(Statement statement) {
        return statement.transactions().stream().map(Transaction::date).toList();
    }

    private static Outcome offered(Statement statement, Cause cause) {
        List<Cause> repairs = statement.proof().repairs().stream().map(RepairReport::of).toList();
        int at = repairs.indexOf(cause);
        if (at < 0) {
            return Outcome.NOT_OFFERED;
        }
        if (at == 0) {
            return Outcome.FIRST;
        }
        boolean tied = statement.proof().repairs().getFirst().alike().isPresent();
        return tied ? Outcome.ALIKE : Outcome.LATER;
    }

    private static Cause of(Repair repair) {
        return new Cause(repair.transaction(), repair.column());
    }

    /** The figures that read otherwise; nothing when the rows are others. */
    private static Optional<List<Cause>> causes(Statement sound, Statement misprinted) {
        if (sound.transactions().size() != misprinted.transactions().size()) {
            return Optional.empty();
        }
        var causes = new ArrayList<Cause>();
        for (int i = 0; i < sound.transactions().size(); i++) {
            Transaction one = sound.transactions().get(i);
            Transaction two = misprinted.transactions().get(i);
            if (!one.amount().equals(two.amount())) {
                causes.add(new Cause(two.id(), Cell.Column.AMOUNT));
            }
            if (printsBalance(two) && !one.balance().equals(two.balance())) {
                causes.add(new Cause(two.id(), BALANCE));
            }
        }
        return Optional.of(causes);
    }

    private static boolean printsBalance(Transaction row) {
        return row.cells().stream().anyMatch(cell -> cell.column() == BALANCE);
    }
}
