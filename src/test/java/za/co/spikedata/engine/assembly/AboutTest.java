package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;

class AboutTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Card ending 1111 – March 2024 | 1111",
                "Card number: 1234 **** **** 5678 | 5678",
                "Card number 3782 822463 10005 | 0005",
                "CARD NUMBER 4550-0000-0000-0018 (MS SAMPLE) | 0018",
                "XXXX XXXX XXXX 4321 since 2019 | 4321",
                "•••• 2222 Jan 2024 | 2222"
            })
    void tellsCardsByTheirOwnDigits(String heading, String digits) {
        assertThat(About.cardIn(heading)).contains(digits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Current account EUR 62001234567 | 62001234567",
                "Account number 62 0012 3456 | 6200123456",
                "Account 62001234567 1,234.56 | 62001234567"
            })
    void readsAnAccountBehindACurrency(String line, String number) {
        assertThat(About.accountIn(line(line))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Current account EUR 1234.56", "ACCOUNT VAT 4680112345"})
    void takesNeitherAFigureNorAnotherNumberForAnAccount(String line) {
        assertThat(About.accountIn(line(line))).isEmpty();
    }

    @Test
    void believesTheLabelOfAHolderBesideAnothersAddress() {
        assertThat(
                        about(
                                        """
                                        MRS A SMITH
                                        12 Long Street
                                        Cape Town
                                        8001
                                        Account holder: Peter Smith
                                        """)
                                .holder())
                .containsExactly("Peter Smith");
    }

    @Test
    void believesNoLabelWithinASentence() {
        assertThat(
                        about(
                                        """
                                        MRS A SMITH
                                        12 Long Street
                                        Cape Town
                                        8001
                                        Payments to account holder: Bobs Motors
                                        """)
                                .holder())
                .first()
                .isEqualTo("MRS A SMITH");
    }

    @Test
    void believesNoLabelBelowTheRows() {
        List<TokenLine> lines =
                lines(
                        """
                        MRS A SMITH
                        12 Long Street
                        Cape Town
                        8001

                        02/03/2026  TRANSFER      -100.00       900.00
                        Account holder: Bobs Motors
                        """);

        assertThat(About.of(lines.subList(0, 4), lines).holder()).first().isEqualTo("MRS A SMITH");
    }

    @Test
    void takesNoProductForAHolder() {
        assertThat(
                        about(
                                        """
                                        MRS A SMITH
                                        12 Long Street
                                        Cape Town
                                        8001
                                        Account name: Elite Banking
                                        """)
                                .holder())
                .first()
                .isEqualTo("MRS A SMITH");
    }

    @Test
    void takesNoNumberInASentenceForAnotherAccounts() {
        assertThat(
                        about(
                                        """
                                        Account number 1002003004
                                        There is no activity fee on this account
                                        Debit orders are paid to account number 9998887776
                                        """)
                                .account())
                .contains("1002003004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Statement for cheque account number 9998887776",
                "for your cheque account number 9998887776",
                "Debit orders are paid to account number 9998887776",
            })
    void takesNoAccountWithoutRowsForOneThatASentenceMayName(String sentence) {
        assertThat(
                        about(
                                        """
                                        Account number 1002003004
                                        No transactions for this period
                                        %s
                                        """
                                                .formatted(sentence))
                                .account())
                .isEmpty();
    }

    @Test
    void passesOverAnAccountWithoutRows() {
        assertThat(
                        about(
                                        """
                                        Account number 1002003004
                                        No transactions for this period
                                        Cheque account number 9998887776
                                        """)
                                .account())
                .contains("9998887776");
    }

    @ParameterizedTest
    @CsvSource({
        "Fixed Deposit : 76012345678, 76012345678",
        "32 Day Flexi Notice : 74123456789, 74123456789",
        "Vaste Deposito: 76012345678, 76012345678"
    })
    void readsAnAccountBehindTheNameOfItsProduct(String line, String number) {
        assertThat(about(line).account()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kliëntnommer: 987654321",
                "Ons Verwysing: 987654321",
                "Faks: 987654321",
                "Inombolo Yocingo: 987654321",
                "Kundennummer: 987654321",
                "Deposit Reference: 987654321",
                "Linked Cheque: 62001234567",
                "Debit Order From Current: 62001234567",
                "Gekoppelde Tjek: 62001234567"
            })
    void takesNoOtherNumberForAnAccounts(String line) {
        assertThat(about(line).account()).isEmpty();
    }

    private static About about(String printed) {
        List<TokenLine> lines = lines(printed);
        return About.of(lines, lines);
    }

    private static List<TokenLine> lines(String printed) {
        return new Strips(List.of(Paper.of(printed).page(1))).lines();
    }

    private static TokenLine line(String printed) {
        return lines(printed).getFirst();
    }

    @Test
    void findsNoCardInAMonth() {
        assertThat(About.cardIn("Purchases of March 2024")).isEmpty();
    }
}
