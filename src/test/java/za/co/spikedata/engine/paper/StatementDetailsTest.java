package za.co.spikedata.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.formats.BankFiles;

/** What a statement says of itself above its rows. */
class StatementDetailsTest {
    private static final Path PAPERS = Path.of("src/test/resources/statements/south-africa");

    private static final List<String> ROWS =
            List.of(
                    "stops 40 100 >400 >500",
                    "200|Date|Description|Amount|Balance",
                    "+11|01/03/2025|Opening balance||1,000.00",
                    "+11|03/03/2025|STREAMBOX|-100.00|900.00",
                    "+11|05/03/2025|VAAL TYRES|-250.00|650.00",
                    "+11|07/03/2025|SALARY|2,000.00|2,650.00",
                    "+11|31/03/2025|Closing balance||2,650.00");

    @ParameterizedTest
    @CsvSource({
        "fnb-cheque-overlapping, 41, 2022-09-01, ",
        "nedbank-estatement, , 2025-02-26, Current account"
    })
    void isReadFromPapersInManyHands(
            String paper, @Nullable String number, LocalDate issued, @Nullable String accountType)
            throws IOException {
        var result = ExpectedPaper.of(PAPERS.resolve(paper + ".txt")).result();

        tells(only(result), number, issued, accountType);
    }

    @ParameterizedTest
    @CsvSource({
        "Statement number: 12, Statement date: 31/03/2025, Account type: Savings",
        "Statement No. 12, Date of statement 31 March 2025, Type of account: Savings",
        "Staatnommer: 12, Staatdatum: 31 Maart 2025, Rekeningtipe: Savings",
        "Inombolo yesitatimende: 12, Usuku lwesitatimende: 31/03/2025, Uhlobo lwe-akhawunti: Savings",
        "Inombolo yengxelo: 12, Umhla wengxelo: 2025-03-31, Uhlobo lwe-akhawunti: Savings",
        "Nomoro ya setatemente: 12, Letsatsi la setatemente: 31/03/2025, Mofuta wa akhaonto: Savings",
        "Nomboro ya xitatimende: 12, Siku ra xitatimende: 31/03/2025, Muxaka wa akhawunti: Savings",
        "Nomboro ya tshitatamennde: 12, Duvha la tshitatamennde: 31/03/2025, Lushaka lwa akhaunthu:"
                + " Savings"
    })
    void isReadBesideLabelsInTheOfficialLanguages(String number, String day, String accountType)
            throws IOException {
        var statement =
                read("at 330 60 | " + number, "at 330 70 | " + day, "at 330 80 | " + accountType);

        tells(statement, "12", LocalDate.of(2025, 3, 31), "Savings");
    }

    @Test
    void isReadBelowItsLabelsAndAcrossAGap() throws IOException {
        var statement =
                read(
                        "at 40 100 | Account type",
                        "at 140 100 | Account number",
                        "at 250 100 | Statement date",
                        "at 40 111 | Savings pocket",
                        "at 140 111 | 1234567890",
                        "at 250 111 | 31/03/2025",
                        "at 40 140 | Statement number",
                        "at 240 140 | 12");

        tells(statement, "12", LocalDate.of(2025, 3, 31), "Savings pocket");
    }

    @Test
    void isLeftOutWhereThePaperPrintsSomethingElseBesideTheLabel() throws IOException {
        var statement =
                read(
                        "at 330 60 | Statement number: pending",
                        "at 330 70 | Statement date: 01/03/2025 - 31/03/2025",
                        "at 330 80 | Account type:",
                        "at 430 80 | Branch:");

        tells(statement, null, null, null);
    }

    private static void tells(
            Statement statement,
            @Nullable String number,
            @Nullable LocalDate issued,
            @Nullable String accountType) {
        assertThat(statement.statementNumber()).isEqualTo(Optional.ofNullable(number));
        assertThat(statement.issuedOn()).isEqualTo(Optional.ofNullable(issued));
        assertThat(statement.accountType()).isEqualTo(Optional.ofNullable(accountType));
    }

    private static Statement read(String... head) throws IOException {
        var drawing = new ArrayList<>(List.of("page", "at 40 40 | Example Bank Limited"));
        drawing.addAll(List.of(head));
        drawing.addAll(ROWS);
        return only(
                new StatementEngine(EngineLimits.DEFAULT, Recogniser.NONE, BankFiles.shipped())
                        .read(PlacedPaper.of(drawing), Optional.empty(), Progress.NONE));
    }

    private static Statement only(ReadResult result) {
        return switch (result) {
            case ReadResult.Read read -> read.statements().getFirst();
            case ReadResult.Unreadable(var reason, _) -> throw new AssertionError(reason);
        };
    }
}
