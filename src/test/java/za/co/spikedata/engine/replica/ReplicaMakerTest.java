package za.co.spikedata.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.bench.paper.Fault;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.support.RawSearch;

class ReplicaMakerTest {
    private static final String MISPRINTED =
            """
            Sample Bank                      Account number: 6212345678
            T NAIDOO, 12 PROTEA STREET
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE REF 77121          -310.40      12,949.60
            28/03/2024    MARULA CAFE                       -45.10      12,904.50
            """;

    private static final StatementEngine ENGINE = new StatementEngine(EngineLimits.DEFAULT);

    @Test
    void failsAtTheSameRowWithTheSameReason() {
        byte[] original = TypedPaper.of(MISPRINTED);

        byte[] copy = made(original, 1);

        assertThat(statement(original).proof().verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(statement(copy).proof().verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(broken(copy)).containsExactly(3);
    }

    @Test
    void keepsWhatIsEqualAndTheOrderOfDays() {
        Statement copy = statement(made(TypedPaper.of(MISPRINTED), 2));

        var rows = copy.transactions();
        List<String> first = List.of(rows.get(0).description().getFirst().split(" "));
        List<String> third = List.of(rows.get(2).description().getFirst().split(" "));
        assertThat(first.subList(0, 3)).isEqualTo(third.subList(0, 3));
        assertThat(first.get(3)).isNotEqualTo(third.get(3));
        assertThat(rows).extracting(Transaction::date).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8})
    void saysNothingTheOriginalSaid(long random) {
        byte[] copy = made(TypedPaper.of(MISPRINTED), random);

        String words = words(copy);
        assertThat(words)
                .contains("Date", "Description", "Amount", "Balance", "Opening balance")
                .doesNotContain("NAIDOO", "PROTEA", "QUAGGA", "SALARY", "77120", "6212345678")
                .doesNotContain("2024", "250.00", "12,000.00", "310.40", "45.10");
        assertThat(new String(copy, StandardCharsets.ISO_8859_1))
                .doesNotContain("/Info", "/Metadata", "/Producer", "/CreationDate");
    }

    /** In no stream, string or form of writing, wherever in the file it may be left over. */
    @ParameterizedTest
    @ValueSource(longs = {12, 13, 14})
    void holdsNoWordOfTheOriginalAnywhereInItsBytes(long random) {
        var original = TypedPaper.of(MISPRINTED);
        var words =
                Stream.of("NAIDOO", "QUAGGA", "INSURE", "SALARY", "KAREE", "MARULA", "6212345678")
                        .collect(Collectors.toMap(word -> word, word -> word));
        var search = new RawSearch(words);

        assertThat(search.in(original))
                .extracting(found -> found.substring(0, found.indexOf(' ')))
                .containsAll(words.keySet());
        assertThat(search.in(made(original, random))).isEmpty();
    }

    @Test
    void isAnotherEachTime() {
        byte[] original = TypedPaper.of(MISPRINTED);

        assertThat(words(made(original, 9))).isNotEqualTo(words(made(original, 10)));
    }

    @Test
    void isRefusedAsAPaperWithoutDaysIs() {
        byte[] original = TypedPaper.of(MISPRINTED.replaceAll("\\d\\d/03/2024", "~~/03/~~~~"));
        var before = ENGINE.read(original, Optional.empty(), Progress.NONE);

        var after = ENGINE.read(made(original, 11), Optional.empty(), Progress.NONE);

        assertThat(before).isInstanceOf(ReadResult.Unreadable.class);
        assertThat(((ReadResult.Unreadable) after).reason())
                .isEqualTo(((ReadResult.Unreadable) before).reason());
    }

    @Test
    void tellsStillThatAListIsNotPostedYet() {
        var title = "Card purchases not yet posted";
        byte[] original =
                TypedPaper.of(
                        MISPRINTED
                                + "\n"
                                + title
                                + "\n29/03/2024    STREAMBOX                        -99.00\n");

        Statement copy = statement(made(original, 15));

        assertThat(copy.proof().checks()).hasSameSizeAs(statement(original).proof().checks());
        assertThat(words(made(original, 16))).contains("not yet").doesNotContain("purchases");
    }

    @Test
    void movesDaysOfBareDigitsThoughRowsAreBookedByOthers() {
        byte[] original = RandomPaper.draw(1_013, 79, Fault.LOST_ROW);
        assertThat(words(original)).contains("\n240924 ", "22 Sep");

        byte[] copy = made(original, 17);

        assertThat(words(copy).lines().filter(line -> line.matches("\\d{6} .*")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.substring(2, 4).matches("0[1-9]|1[0-2]"));
    }

    /** Drawn as one word, read as two: Cr257.385,81. */
    @Test
    void keepsTheSumsOfFiguresThatTouchWhatStandsBefore() {
        byte[] original = RandomPaper.draw(1_007, 119, Fault.ODD_TABLE);
        assertThat(words(original)).containsPattern("Cr\\d+\\.");

        assertThat(broken(made(original, 18))).isEqualTo(broken(original));
    }

    /**
     * A row whose amount is covered prints a balance all the same, and the next follows from it.
     */
    @Test
    void keepsTheBalancesOfRowsThatAreReadAsNotes() {
        byte[] original = RandomPaper.draw(1_005, 71, Fault.ODD_TABLE);
        assertThat(statement(original).markers())
                .filteredOn(each -> each.kind() == Marker.Kind.MEMO)
                .hasSizeGreaterThan(10);

        assertThat(broken(made(original, 20))).isEqualTo(broken(original));
    }

    /** Without its currency the rest of (R 730.36) would be a figure of its own. */
    @Test
    void keepsTheCurrencyOfAFigureThatIsCutOff() {
        byte[] original = RandomPaper.draw(1_008, 101, Fault.ODD_TABLE);
        assertThat(words(original)).contains(" (R 730.3\n");

        assertThat(words(made(original, 21)))
                .doesNotContain("730.3")
                .containsPattern(" \\(R \\d{3}\\.\\d\n");
    }

    /** Where no day can be read, the figure 31.12 is taken for one. */
    @Test
    void datesRowsByFiguresWhereTheOriginalDoes() {
        byte[] original = RandomPaper.draw(1_019, 5_020, Fault.UNREADABLE_DATES);
        assertThat(words(original)).contains(" 31.12 Dr\n");

        byte[] copy = made(original, 19);

        assertThat(words(copy))
                .doesNotContain("31.12")
                .containsPattern("\n.* [1-3]\\d\\.\\d\\d Dr\n");
        assertThat(statement(copy).transactions())
                .hasSameSizeAs(statement(original).transactions())
                .extracting(Transaction::date)
                .isSorted();
    }

    /** What is left of a balance at the page's edge, 11.24, is taken for a day as well. */
    @Test
    void keepsDaysOfFiguresThatAreCutOff() {
        byte[] original = RandomPaper.draw(1_013, 17, Fault.ODD_TABLE);
        assertThat(words(original)).contains("R 11.24\n");

        byte[] copy = made(original, 22);

        assertThat(broken(copy)).isEqualTo(broken(original));
        assertThat(words(copy)).doesNotContain("11.24").containsPattern("R [1-3]\\d\\.\\d\\d\n");
    }

    /** The column of figures begins 278.0 points from the left, and one of them is 278.0. */
    @Test
    void isMadeWhereAFigureIsWrittenAsItsPlaceIs() {
        byte[] original = RandomPaper.draw(1_019, 9_209, Fault.ODD_TABLE);
        assertThat(words(original)).contains("278.0\n");

        assertThat(words(made(original, 23))).doesNotContain("278.0");
    }

    @Test
    void isNotMadeOfWhatCannotBeFollowed() {
        Replica made =
                new ReplicaMaker(ENGINE, EngineLimits.DEFAULT)
                        .make(
                                "%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII),
                                Optional.empty(),
                                new Random(1));

        assertThat(made).isEqualTo(new Replica.NotShown(Replica.Why.NOT_FOLLOWED));
    }

    private static byte[] made(byte[] original, long random) {
        Replica replica =
                new ReplicaMaker(ENGINE, EngineLimits.DEFAULT)
                        .make(original, Optional.empty(), new Random(random));
        assertThat(replica).isInstanceOf(Replica.Made.class);
        return ((Replica.Made) replica).pdf();
    }

    /** The rows at which its proof breaks. */
    private static List<Integer> broken(byte[] pdf) {
        return statement(pdf).proof().broken().stream().map(Check.Broken::transaction).toList();
    }

    private static Statement statement(byte[] pdf) {
        ReadResult read = ENGINE.read(pdf, Optional.empty(), Progress.NONE);
        return ((ReadResult.Read) read).statements().getFirst();
    }

    static String words(byte[] pdf) {
        PdfScript script = PdfScript.of(pdf, Optional.empty(), EngineLimits.DEFAULT).orElseThrow();
        var lines = new StringBuilder();
        new Printed(script).lines().forEach(line -> lines.append(line.printed()).append('\n'));
        return lines.toString();
    }
}
