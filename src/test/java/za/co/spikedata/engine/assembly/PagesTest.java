package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Verdict;

/** Papers of which pages are missing or doubled. */
class PagesTest {
    private static final String FIRST =
            """
            Account number 1000000001   01 Mar 2026 to 31 Mar 2026           Page 1 of 3
            Date         Description                Debit     Credit    Balance
                         Balance brought forward                         500.00
            02 Mar 2026  FYNBOS TRADING                       900.00   1,400.00
            05 Mar 2026  GROCER                    100.00              1,300.00
                         Balance carried forward                       1,300.00
            """;

    private static final String SECOND =
            """
            Account number 1000000001   01 Mar 2026 to 31 Mar 2026           Page 2 of 3
            Date         Description                Debit     Credit    Balance
                         Balance brought forward                       1,300.00
            09 Mar 2026  FUEL                      150.00              1,150.00
            12 Mar 2026  RENT                      350.00                800.00
                         Balance carried forward                         800.00
            """;

    private static final String THIRD =
            """
            Account number 1000000001   01 Mar 2026 to 31 Mar 2026           Page 3 of 3
            Date         Description                Debit     Credit    Balance
                         Balance brought forward                         800.00
            20 Mar 2026  REFUND                                50.00     850.00
            28 Mar 2026  CAFE                       25.00                825.00
            """;

    private static final String PLAIN =
            """
            Thank you for banking with us
            """;

    private static final String TERMS =
            """
            Terms and conditions apply
            """;

    private static final String DAYS =
            """
            Account number 1000000001   01 Mar 2026 to 31 Mar 2026
            Date         Description                Debit     Credit    Balance
                         Opening balance                                 500.00
            02 Mar 2026  FYNBOS TRADING                       900.00   1,400.00
                         GROCER                    100.00              1,300.00
            05 Mar 2026  FUEL                      150.00              1,150.00
            """;

    private static final String DAYS_GO_ON =
            """
            Account number 1000000001   01 Mar 2026 to 31 Mar 2026
            Date         Description                Debit     Credit    Balance
            05 Mar 2026  RENT                      350.00                800.00
                         CAFE                       25.00                775.00
            09 Mar 2026  REFUND                                50.00     825.00
            12 Mar 2026  BOOKS                      75.00                750.00
                         Closing balance                                 750.00
            """;

    @Test
    void provesAllPagesOfAPaper() {
        assertThat(read(FIRST, SECOND, THIRD).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(rows(FIRST, SECOND, THIRD)).hasSize(6);
    }

    @Test
    void missesThePageBeforeTheFirst() {
        assertThat(read(SECOND, THIRD).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void missesThePageBehindTheLast() {
        assertThat(read(FIRST, SECOND).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void needsNoPageBeforeAnOpeningBalanceOrBehindAClosingOne() {
        String opened = SECOND.replace("Balance brought forward", "Opening balance        ");
        String closed = SECOND.replace("Balance carried forward", "Closing balance        ");

        assertThat(read(opened, THIRD).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read(FIRST, closed).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void missesNoPageThatStandsInTheFileWithoutANumber() {
        String second = SECOND.replace("2 of 3", "2 of 4");
        String third = THIRD.replace("3 of 3", "3 of 4");

        assertThat(read(PLAIN, second, third, TERMS).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read(PLAIN, third, TERMS).verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(read(second, third, TERMS).verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(read(PLAIN, second, third).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void missesThePageThatEveryOtherPaperOfTheFileHas() {
        String first = FIRST.replace("0000001", "0000002");
        String second = SECOND.replace("0000001", "0000002");
        String third = THIRD.replace("0000001", "0000002");

        assertThat(verdicts(FIRST, SECOND, THIRD, first, second, third))
                .containsExactly(Verdict.PROVEN, Verdict.PROVEN);
        assertThat(verdicts(FIRST, SECOND, THIRD, second, third))
                .containsExactly(Verdict.PROVEN, Verdict.UNPROVEN);
        assertThat(verdicts(FIRST, SECOND, first, second, third))
                .containsExactly(Verdict.UNPROVEN, Verdict.PROVEN);
    }

    @Test
    void countsALetterWithNumbersOfItsOwn() {
        String letter = "Your statement is enclosed           Page 1 of 1\n";

        assertThat(read(letter, SECOND, THIRD).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read(letter.replace("of 1", "of 2"), SECOND, THIRD).verdict())
                .isEqualTo(Verdict.UNPROVEN);
        assertThat(read(SECOND, THIRD, letter).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void putsPagesInOrderThatComeFromTheLast() {
        assertThat(read(THIRD, SECOND, FIRST).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(rows(THIRD, SECOND, FIRST)).isEqualTo(rows(FIRST, SECOND, THIRD));
    }

    @Test
    void countsNoOtherStatementForItsPage() {
        String other =
                FIRST.replace("1000000001", "1000000002").replace("Page 1 of 3", "Page 1 of 1");

        assertThat(verdicts(other, SECOND, THIRD))
                .containsExactly(Verdict.PROVEN, Verdict.UNPROVEN);
    }

    @Test
    void takesNoTextForANumber() {
        String opened = FIRST.replace("Page 1 of 3", "");
        String text = "Please see page 2 of 4 of our pricing guide\n";

        assertThat(read(opened + text).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PAGERDUTY 03/12", "PageGroup 05/06", "WEB PAGE 03/12", "Page 03/2024 USD"})
    void takesNoRowForANumber(String text) {
        String named = FIRST.replace("GROCER         ", "%-15s".formatted(text));

        assertThat(read(named, SECOND, THIRD).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(PageNumbers.of(List.of(page(named), page(SECOND), page(THIRD))))
                .extracting(each -> each.map(PageNumber::number).orElse(0))
                .containsExactly(1, 2, 3);
        assertThat(PageNumbers.of(List.of(page(text.indent(13)))))
                .containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bladsy/Page 2 of 3",
                "Page/Bladsy 2 van 3",
                "Bladsy / Page: 2 of/van 3",
                "(Page 2 of 3)",
                "Page2of3",
                "Tax invoice Page 2 of 3",
                "PAGE 2/3",
                "Page 02/03",
                "Seite 2 von 3"
            })
    void takesNumbersHoweverTheyAreWritten(String text) {
        String page = SECOND.replace("Page 2 of 3", text);

        assertThat(PageNumbers.of(List.of(page(page))).getFirst().map(PageNumber::number))
                .contains(2);
        assertThat(read(page, THIRD).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void believesTheNumberThatStandsWhereOthersDo() {
        String letters = "See page 1 of 3 of our letter\n";

        assertThat(
                        PageNumbers.of(
                                List.of(
                                        page(FIRST),
                                        page(SECOND + letters),
                                        page(THIRD + letters))))
                .extracting(each -> each.orElseThrow().number())
                .containsExactly(1, 2, 3);
    }

    @Test
    void believesNoNumberThatEachPagePrints() {
        String first = FIRST.replace("Page 1 of 3", "Page 2 of 9");
        String second = SECOND.replace("Page 2 of 3", "Page 2 of 9");

        assertThat(read(first, second).verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void readsADoubledPageOnce() {
        Read doubled = read(FIRST, SECOND, SECOND, THIRD);

        assertThat(doubled.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(doubled.pages()).isEqualTo(4);
        assertThat(doubled.trace().steps().getFirst().stage()).isEqualTo("pages");
        assertThat(rows(FIRST, SECOND, SECOND, THIRD)).isEqualTo(rows(FIRST, SECOND, THIRD));
    }

    @Test
    void readsBothPagesThatAreAlikeWhereTheirRowsCountTwice() {
        String head = "Date         Description                Amount\n";
        String first =
                """
                Account number 1000000001   01 Mar 2026 to 31 Mar 2026
                Opening balance    500.00
                Date         Description                Amount
                02 Mar 2026  COFFEE                    -25.00
                05 Mar 2026  GROCER                   -100.00
                """;
        String alike = head + "09 Mar 2026  PARKING                   -10.00\n".repeat(2);
        String last =
                head + "28 Mar 2026  CAFE                      -20.00\nClosing balance    315.00\n";

        assertThat(read(first, alike, alike, last).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(rows(first, alike, alike, last)).hasSize(7);
        assertThat(read(first, alike, last).verdict()).isEqualTo(Verdict.CONTRADICTED);

        String counted = alike + "Page 2 of 3\n";
        assertThat(read(first, counted, counted, last).verdict()).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void readsAPageTwiceThatPrintsItsFiguresElsewhere() {
        String moved = " ".repeat(12) + SECOND.replace("\n", "\n" + " ".repeat(12));
        String other =
                SECOND.replace("150.00              1,150.00", "          150.00    1,150.00");

        assertThat(DoubledPages.without(List.of(page(SECOND), page(other)))).hasSize(2);
        assertThat(DoubledPages.without(List.of(page(SECOND), page(moved)))).hasSize(1);
    }

    @Test
    void believesADayThatItsNextPagePrintsAgain() {
        assertThat(read(DAYS, DAYS_GO_ON).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(rows(DAYS, DAYS_GO_ON))
                .containsExactly(
                        "2026-03-02 900.00",
                        "2026-03-02 -100.00",
                        "2026-03-05 -150.00",
                        "2026-03-05 -350.00",
                        "2026-03-05 -25.00",
                        "2026-03-09 50.00",
                        "2026-03-12 -75.00");
    }

    @Test
    void doubtsADayThatOnePagePrintsTwiceAndThenNotAtAll() {
        String twice = DAYS_GO_ON.replace("12 Mar 2026", "09 Mar 2026");

        assertThat(read(DAYS, twice).verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    private static Page page(String text) {
        return Paper.of(text).page(1);
    }

    private static Read read(String... pages) {
        List<Page> numbered =
                IntStream.range(0, pages.length)
                        .mapToObj(i -> Paper.of(pages[i]).page(i + 1))
                        .toList();
        var origin = new Origin(Optional.empty(), Optional.empty());
        return (Read) new Assembler(Banks.NONE, origin, List.of()).assemble(numbered);
    }

    private static List<Verdict> verdicts(String... pages) {
        return read(pages).statements().stream().map(each -> each.proof().verdict()).toList();
    }

    private static List<String> rows(String... pages) {
        return read(pages).statements().stream()
                .flatMap(statement -> statement.transactions().stream())
                .map(row -> row.date() + " " + row.amount().decimal())
                .toList();
    }
}
