package za.co.spikedata.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;

/** Reads every PDF of a folder into one table, a line for each statement, and totals by verdict. */
final class Report {
    private static final String LINE = "%-44.44s %-20s %-18s %6s %16s %16s %7s%n";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final StatementEngine engine;
    private final PrintStream out;
    private final Map<String, Integer> totals = new TreeMap<>();

    Report(StatementEngine engine, PrintStream out) {
        this.engine = engine;
        this.out = out;
    }

    void print(Path folder) throws IOException {
        out.printf(LINE, "file", "verdict", "type", "rows", "opening", "closing", "ms");
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
        for (Path file : files) {
            byte[] pdf = Files.readAllBytes(file);
            long start = System.nanoTime();
            ReadResult result = engine.read(pdf, Optional.empty(), Progress.NONE);
            long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            String name = file.getFileName().toString();
            switch (result) {
                case ReadResult.Read read ->
                        read.statements().forEach(statement -> line(name, statement, millis));
                case ReadResult.Unreadable(var reason, _) -> {
                    out.printf(LINE, name, reason, "", "", "", "", millis);
                    totals.merge("REFUSED " + reason, 1, Integer::sum);
                }
            }
        }
        totals.forEach((verdict, count) -> out.printf("%6d %s%n", count, verdict));
    }

    private void line(String name, Statement statement, long millis) {
        String verdict = statement.proof().verdict().name();
        out.printf(
                LINE,
                name,
                verdict,
                statement.type(),
                statement.transactions().size(),
                money(statement.opening()),
                money(statement.closing()),
                millis);
        totals.merge(verdict, 1, Integer::sum);
    }

    private static String money(Optional<Figure> figure) {
        return figure.map(each -> each.money().decimal().toString()).orElse("");
    }
}
