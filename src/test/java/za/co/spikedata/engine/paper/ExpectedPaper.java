package za.co.spikedata.engine.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.formats.BankFiles;

/** A file of two parts, parted by a line of equals signs: what is to be read, and a drawing. */
public record ExpectedPaper(String name, String expected, List<String> drawing) {
    private static final String PAGE = "page";
    private static final String PARTED = "===";

    public static ExpectedPaper of(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int parted = lines.indexOf(PARTED);
        return new ExpectedPaper(
                file.getFileName().toString().replace(".txt", ""),
                String.join("\n", lines.subList(0, parted)),
                lines.subList(parted + 1, lines.size()));
    }

    ReadResult result() throws IOException {
        return new StatementEngine(
                        EngineLimits.DEFAULT,
                        za.co.spikedata.engine.model.Recogniser.NONE,
                        BankFiles.shipped())
                .read(pdf(), Optional.empty(), Progress.NONE);
    }

    int pages() {
        return (int) drawing.stream().filter(PAGE::equals).count();
    }

    /**
     * @param page counted from 1
     */
    ExpectedPaper withoutPage(int page) {
        var left = new ArrayList<String>();
        int at = 0;
        for (String line : drawing) {
            at += line.equals(PAGE) ? 1 : 0;
            if (at != page || line.startsWith("stops") || line.startsWith("font")) {
                left.add(line);
            }
        }
        return new ExpectedPaper(name, expected, left);
    }

    public byte[] pdf() throws IOException {
        return PlacedPaper.of(drawing);
    }

    static String told(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable(var reason, _) -> reason.name();
            case ReadResult.Read read -> {
                var told = new StringBuilder();
                read.statements().forEach(statement -> tell(statement, told));
                yield told.toString().strip();
            }
        };
    }

    private static void tell(Statement statement, StringBuilder told) {
        told.append(statement.proof().verdict())
                .append(' ')
                .append(statement.type())
                .append(' ')
                .append(statement.format().orElse("-"))
                .append('\n');
        statement.account().ifPresent(each -> line(told, "account", each));
        if (!statement.holder().isEmpty()) {
            line(told, "holder", String.join(" / ", statement.holder()));
        }
        statement.period().ifPresent(each -> line(told, "period", each.from() + " " + each.to()));
        figure(told, "opening", statement.opening());
        figure(told, "closing", statement.closing());
        for (Transaction row : statement.transactions()) {
            line(
                    told,
                    row.date().toString(),
                    "%s %s %s"
                            .formatted(
                                    row.amount().decimal(),
                                    row.balance()
                                            .map(Money::decimal)
                                            .map(Object::toString)
                                            .orElse("-"),
                                    String.join(" / ", row.description())));
        }
    }

    private static void figure(StringBuilder told, String name, Optional<Figure> figure) {
        figure.ifPresent(each -> line(told, name, each.money().decimal().toString()));
    }

    private static void line(StringBuilder told, String name, String text) {
        told.append(name).append(' ').append(text).append('\n');
    }
}
