package za.co.spikedata.statements.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import za.co.spikedata.engine.model.Statement;

/** The Excel download: a sheet for each statement, real dates and numbers, text only as text. */
final class XlsxFile {
    private static final String MONEY = "# ##0.00";
    private static final String DATE = "yyyy-mm-dd";
    private static final int DATE_COLUMN = 0;
    private static final int TEXT_COLUMN = 1;
    private static final int AMOUNT_COLUMN = 2;
    private static final int BALANCE_COLUMN = 3;

    private XlsxFile() {}

    static void write(List<Statement> statements, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Statements", "1.0")) {
            int number = 0;
            for (var statement : statements) {
                number++;
                var sheet = workbook.newWorksheet("Statement " + number);
                var heads = List.of("Date", "Description", "Amount", "Balance");
                for (int column = 0; column < heads.size(); column++) {
                    sheet.value(0, column, heads.get(column));
                }
                sheet.range(0, 0, 0, BALANCE_COLUMN).style().bold().set();
                sheet.freezePane(0, 1);
                sheet.width(DATE_COLUMN, 12);
                sheet.width(TEXT_COLUMN, 60);
                sheet.width(AMOUNT_COLUMN, 16);
                sheet.width(BALANCE_COLUMN, 16);
                int row = 0;
                for (var transaction : statement.transactions()) {
                    row++;
                    int at = row;
                    sheet.value(at, DATE_COLUMN, transaction.date());
                    sheet.style(at, DATE_COLUMN).format(DATE).set();
                    sheet.value(
                            at,
                            TEXT_COLUMN,
                            Booked.printable(String.join(" ", transaction.description())));
                    sheet.value(at, AMOUNT_COLUMN, transaction.amount().decimal());
                    sheet.style(at, AMOUNT_COLUMN).format(MONEY).set();
                    transaction
                            .balance()
                            .ifPresent(balance -> {
                                sheet.value(at, BALANCE_COLUMN, balance.decimal());
                                sheet.style(at, BALANCE_COLUMN).format(MONEY).set();
                            });
                }
            }
        }
    }
}
