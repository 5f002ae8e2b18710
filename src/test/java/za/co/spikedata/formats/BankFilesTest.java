package za.co.spikedata.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.StatementType;

class BankFilesTest {
    private static final Banks BANKS = BankFiles.shipped();

    @Test
    void shipsEveryFileOfTheFolder() throws IOException {
        try (var files = Files.list(Path.of("formats"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yml")))
                    .hasSameSizeAs(BANKS.all());
        }
    }

    @Test
    void tellsAllMistakesAtOnce() {
        var mistakes = new ArrayList<String>();
        BankFiles.parse(
                Map.of(
                        "one.yml",
                        "bank: abs\nformats:\n  - id: A_1\n    type: SOMETHING\n",
                        "two.yml",
                        "bank: ABS\nissuer: A\nnames: [A]\ncolour: red\n"),
                mistakes);

        assertThat(mistakes)
                .hasSize(6)
                .anyMatch(each -> each.startsWith("one.yml: bank:"))
                .anyMatch(each -> each.startsWith("one.yml: issuer:"))
                .anyMatch(each -> each.startsWith("one.yml: names:"))
                .anyMatch(each -> each.contains("A_1: marks:"))
                .anyMatch(each -> each.contains("A_1: type:"))
                .anyMatch(each -> each.startsWith("two.yml:") && each.contains("colour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&b", "~", "names: [~]", "formats: [~]", "formats: [{marks: [~]}]"})
    void tellsOfNothingWhereSomethingIsExpected(String yaml) {
        var mistakes = new ArrayList<String>();
        BankFiles.parse(Map.of("one.yml", yaml), mistakes);

        assertThat(mistakes).isNotEmpty().allMatch(each -> each.startsWith("one.yml: "));
    }

    @Test
    void namesALayoutABankAndNeither() {
        String cheque = "ABSA Bank Cheque Account Statement Transaction Description Charge Debit";
        StatementType type = StatementType.RUNNING_BALANCE;

        assertThat(label(cheque, type).format()).isEqualTo("ABSA_CHEQUEACCOUNT_EMAIL_0");
        assertThat(label("ABSA something new", type).format()).isEqualTo("GENERIC_ABS");
        assertThat(label("Bank of Nowhere", type).format()).isEqualTo("GENERIC");
        assertThat(label("Capitec Business Bank", type).bank().orElseThrow().code())
                .isEqualTo("MRC");
    }

    @Test
    void choosesNoneOfTwoThatFit() {
        String both =
                "Nedbank Tran list no Statement period Statement Enquiry Provisional Statement";
        Banks.Label label = label(both, StatementType.RUNNING_BALANCE);

        assertThat(label.candidates()).hasSizeGreaterThan(1);
        assertThat(label.format()).isEqualTo("GENERIC_NED");
    }

    @Test
    void takesNoBankFromTheMiddleOfAWord() {
        StatementType type = StatementType.RUNNING_BALANCE;

        assertThat(label("Members of NBS Absalom Street", type).bank()).isEmpty();
        assertThat(label("FirstNationalBank Statement", type).bank()).isPresent();
    }

    @Test
    void takesTheBankOfTheHeadBeforeAPayees() {
        Banks.Label label =
                BANKS.label(
                        "Nedbank Limited",
                        "Transfer Capitec Business Nedbank Limited",
                        StatementType.RUNNING_BALANCE);

        assertThat(label.bank().orElseThrow().code()).isEqualTo("NED");
    }

    private static Banks.Label label(String text, StatementType type) {
        return BANKS.label(text, text, type);
    }

    /** Bank knowledge is data: the engine reads any bank's paper, and knows none by name. */
    @Test
    void theEngineNamesNoBank() throws IOException {
        var names = new ArrayList<String>();
        BANKS.all()
                .forEach(bank -> {
                    names.add(bank.issuer());
                    names.addAll(bank.names());
                });
        // The short name of a currency too.
        names.remove("RMB");
        names.removeIf(name -> name.contains(" R ") || name.contains(" ZAR "));
        assertThat(naming("BANK = \"Nedbank\"", names)).containsExactly("Nedbank");

        try (var sources = Files.walk(Path.of("src/main/java/za/co/spikedata/engine"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(naming(Files.readString(source), names)).as(source.toString()).isEmpty();
            }
        }
    }

    private static List<String> naming(String source, List<String> names) {
        return names.stream()
                .filter(name ->
                        Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source).find())
                .distinct()
                .toList();
    }
}
