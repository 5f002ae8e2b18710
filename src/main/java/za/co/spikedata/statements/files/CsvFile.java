package za.co.spikedata.statements.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;

/**
 * The CSV downloads of the wire contract: every cell quoted, LF, no final newline. {@code debit 1}
 * has a column for each description line, {@code debit 2} joins them.
 */
public final class CsvFile {
    /** What a spreadsheet takes for the start of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private CsvFile() {}

    /**
     * @param withId the command line's form, which puts the row's id first
     */
    public static String debit1(List<Statement> statements, boolean withId) {
        int lines =
                statements.stream()
                        .flatMap(statement -> statement.transactions().stream())
                        .mapToInt(transaction -> transaction.description().size())
                        .max()
                        .orElse(1);
        var header = new ArrayList<String>();
        if (withId) {
            header.add("id");
        }
        header.add("date");
        for (int i = 1; i <= lines; i++) {
            header.add("description" + i);
        }
        header.addAll(List.of("amount", "balance"));
        var rows = new ArrayList<List<String>>();
        rows.add(header);
        for (var statement : statements) {
            for (var transaction : statement.transactions()) {
                var row = new ArrayList<String>();
                if (withId) {
                    row.add(Integer.toString(transaction.id()));
                }
                row.add(transaction.date().toString());
                for (int i = 0; i < lines; i++) {
                    row.add(
                            i < transaction.description().size()
                                    ? inert(transaction.description().get(i))
                                    : "");
                }
                row.add(plain(transaction.amount()));
                row.add(transaction.balance().map(CsvFile::plain).orElse(""));
                rows.add(row);
            }
        }
        return text(rows);
    }

    static String debit2(List<Statement> statements) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("date", "description", "amount", "balance"));
        for (var statement : statements) {
            for (var transaction : statement.transactions()) {
                rows.add(
                        List.of(
                                transaction.date().toString(),
                                inert(String.join(" ", transaction.description())),
                                plain(transaction.amount()),
                                transaction.balance().map(CsvFile::plain).orElse("")));
            }
        }
        return text(rows);
    }

    static String plain(Money money) {
        return money.decimal().toPlainString();
    }

    /** Text that a spreadsheet would run is led by an apostrophe. */
    static String inert(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row ->
                        row.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }
}
