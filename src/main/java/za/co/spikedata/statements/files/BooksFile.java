package za.co.spikedata.statements.files;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.model.Statement;

/** The CSV files that bookkeeping programs import: days first, what comes in positive. */
final class BooksFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private BooksFile() {}

    /** The form of Xero's own template. */
    static String xero(List<Statement> statements) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("*Date", "*Amount", "Payee", "Description", "Reference"));
        for (var statement : statements) {
            var booked = new Booked(statement);
            for (var row : statement.transactions()) {
                rows.add(
                        List.of(
                                row.date().format(DAY),
                                CsvFile.plain(booked.amount(row)),
                                "",
                                CsvFile.inert(booked.text(row)),
                                ""));
            }
        }
        return CsvFile.text(rows);
    }

    /** Three columns, which QuickBooks and Sage take alike. */
    static String threeColumns(List<Statement> statements) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Date", "Description", "Amount"));
        for (var statement : statements) {
            var booked = new Booked(statement);
            for (var row : statement.transactions()) {
                rows.add(
                        List.of(
                                row.date().format(DAY),
                                CsvFile.inert(booked.text(row)),
                                CsvFile.plain(booked.amount(row))));
            }
        }
        return CsvFile.text(rows);
    }
}
