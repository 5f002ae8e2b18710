package za.co.spikedata.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.pdf.PdfScript;

class DatesTest {
    private static final String PAPER =
            """
            Sample Bank                      Account number: 6212345678
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE 240304              -250.00       1,250.00
            04/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE                    -310.40      12,939.60
            """;

    /** The digits of a reference are one, though they are those of a day that a row inherits. */
    @Test
    void areNotDigitsOfADayThatOtherRowsPrint() {
        byte[] pdf = TypedPaper.of(PAPER);
        var read =
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(pdf, Optional.empty(), Progress.NONE);
        var script = PdfScript.of(pdf, Optional.empty(), EngineLimits.DEFAULT).orElseThrow();
        var statement = ((ReadResult.Read) read).statements().getFirst();
        var rows = new ArrayList<>(statement.transactions());
        assertThat(texts(script, statement.transactions(), read)).doesNotContain("240304");

        rows.set(0, withoutDate(rows.getFirst()));

        assertThat(texts(script, rows, read)).doesNotContain("240304");
    }

    private static List<String> texts(PdfScript script, List<Transaction> rows, ReadResult read) {
        var found = (ReadResult.Read) read;
        var changed =
                new ReadResult.Read(
                        found.pages(),
                        List.of(with(found.statements().getFirst(), rows)),
                        found.authenticity(),
                        found.trace());
        return new Dates(new Printed(script), changed)
                .all().stream().map(dated -> dated.date().token().text()).toList();
    }

    private static Transaction withoutDate(Transaction row) {
        return new Transaction(
                row.id(),
                LocalDate.ofEpochDay(row.date().toEpochDay()),
                row.valueDate(),
                row.description(),
                row.amount(),
                row.fee(),
                row.balance(),
                row.category(),
                row.cells().stream().filter(cell -> cell.column() != Cell.Column.DATE).toList());
    }

    private static Statement with(Statement statement, List<Transaction> rows) {
        return new Statement(
                statement.type(),
                statement.issuer(),
                statement.format(),
                statement.account(),
                statement.accountType(),
                statement.statementNumber(),
                statement.holder(),
                statement.period(),
                statement.issuedOn(),
                statement.currency(),
                statement.opening(),
                statement.closing(),
                statement.liability(),
                statement.newestFirst(),
                statement.firstPage(),
                statement.lastPage(),
                rows,
                statement.markers(),
                statement.proof());
    }
}
