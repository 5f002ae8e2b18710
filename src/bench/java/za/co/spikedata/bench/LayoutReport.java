package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.bench.paper.Truth;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Verdict;

/**
 * Reads papers of random layouts and counts those read exactly right. Arguments: how many, the
 * first seed, and a folder to keep the failing ones in.
 */
public final class LayoutReport {
    /** How one paper was read. */
    public enum Outcome {
        EXACT,
        EXACT_UNPROVEN,
        WRONG,
        REFUSED,
        WRONGLY_PROVEN
    }

    private LayoutReport() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int[] totals = new int[Outcome.values().length];
        for (long seed = first; seed < first + count; seed++) {
            RandomPaper.Drawn drawn = RandomPaper.draw(seed);
            ReadResult result = read(drawn.pdf());
            Outcome outcome = judge(result, drawn.truth());
            totals[outcome.ordinal()]++;
            if (outcome != Outcome.EXACT) {
                out.println(
                        seed
                                + " "
                                + outcome
                                + " "
                                + told(result, drawn.truth())
                                + " "
                                + drawn.about());
                if (arguments.length > 2) {
                    Files.write(Path.of(arguments[2], seed + ".pdf"), drawn.pdf());
                }
            }
        }
        for (Outcome outcome : Outcome.values()) {
            out.println(outcome + " " + totals[outcome.ordinal()] + " of " + count);
        }
    }

    static ReadResult read(byte[] pdf) {
        return new StatementEngine(EngineLimits.DEFAULT).read(pdf, Optional.empty(), Progress.NONE);
    }

    /** Compares a reading with what was drawn: dates, movements and balances, in printed order. */
    public static Outcome judge(ReadResult result, Truth truth) {
        return switch (result) {
            case ReadResult.Unreadable _ -> Outcome.REFUSED;
            case ReadResult.Read read -> {
                boolean exact =
                        read.statements().size() == 1
                                && isExact(read.statements().getFirst(), truth);
                boolean proven = read.verdict() == Verdict.PROVEN;
                if (exact) {
                    yield proven ? Outcome.EXACT : Outcome.EXACT_UNPROVEN;
                }
                yield proven ? Outcome.WRONGLY_PROVEN : Outcome.WRONG;
            }
        };
    }

    private static boolean isExact(Statement statement, Truth truth) {
        if (statement.transactions().size() != truth.rows().size()) {
            return false;
        }
        for (int i = 0; i < truth.rows().size(); i++) {
            var read = statement.transactions().get(i);
            var row = truth.rows().get(i);
            boolean same =
                    read.date().equals(row.date())
                            && read.amount().cents() == row.moved()
                            && read.balance()
                                    .map(Money::cents)
                                    .filter(each -> each != row.balance())
                                    .isEmpty();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static String told(ReadResult result, Truth truth) {
        return switch (result) {
            case ReadResult.Unreadable unreadable -> unreadable.reason().toString();
            case ReadResult.Read read ->
                    read.statements().stream()
                                    .map(each ->
                                            each.proof().verdict()
                                                    + ":"
                                                    + each.transactions().size())
                                    .toList()
                            + " of "
                            + truth.rows().size()
                            + difference(read.statements().getFirst(), truth);
        };
    }

    private static String difference(Statement statement, Truth truth) {
        for (int i = 0; i < truth.rows().size(); i++) {
            Truth.Row row = truth.rows().get(i);
            String drawn = row.date() + " " + row.moved() + " " + row.balance();
            if (i >= statement.transactions().size()) {
                return ", row " + (i + 1) + " is missing: " + drawn;
            }
            var read = statement.transactions().get(i);
            boolean same = read.date().equals(row.date()) && read.amount().cents() == row.moved();
            if (!same) {
                return ", row %d is %s %s, drawn %s"
                        .formatted(i + 1, read.date(), read.amount().cents(), drawn);
            }
        }
        return "";
    }
}
