package za.co.spikedata.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.bench.paper.Fault;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;

/**
 * One slip in a proven statement: its true cause comes first, where each row prints a balance.
 * Where several rows share one, any of them may be the cause and no arithmetic can tell.
 */
class RepairsTest {
    private static final int PAPERS = 120;

    /** One without a slip, of which each row prints a balance. */
    private static final String PAPER =
            """
            ACCOUNT STATEMENT

            Date        Description           Debit      Credit     Balance
            01/03/2026  OPENING BALANCE                          10,000.00
            02/03/2026  GROCER               310.15               9,689.85
            03/03/2026  SALARY                        4,000.00   13,689.85
            04/03/2026  PHARMACY             240.60              13,449.25
            05/03/2026  BOOKS                 95.30              13,353.95
            06/03/2026  FUEL                 400.20              12,953.75
            """;

    @Test
    void rankTheTrueCauseFirst() {
        int first = 0;
        int all = 0;
        for (long seed = 1; seed <= PAPERS; seed++) {
            Statement statement = read(seed);
            var random = new Random(seed);
            List<Transaction> rows =
                    new ArrayList<>(
                            statement.newestFirst()
                                    ? statement.transactions().reversed()
                                    : statement.transactions());
            if (!rows.stream().allMatch(RepairsTest::prints)) {
                continue;
            }
            int at = random.nextInt(rows.size());
            Transaction row = rows.get(at);
            boolean balance = random.nextBoolean();
            Money slipped = slip(balance ? row.balance().orElseThrow() : row.amount(), random);
            rows.set(at, with(row, balance, slipped));

            List<Repair> repairs =
                    Repairs.of(rows, statement.opening(), statement.closing(), List.of(), Set.of());
            all++;
            boolean found =
                    !repairs.isEmpty()
                            && repairs.getFirst().transaction() == row.id()
                            && (repairs.getFirst().column() == Cell.Column.BALANCE) == balance;
            first += found ? 1 : 0;
        }
        assertThat(all).isGreaterThan(PAPERS / 2);
        assertThat(first).isGreaterThanOrEqualTo(all * 9 / 10);
    }

    @Test
    void offerNothingForAStatementThatHolds() {
        Statement statement = read(1);

        assertThat(statement.proof().repairs()).isEmpty();
        assertThat(
                        Repairs.of(
                                statement.transactions(),
                                statement.opening(),
                                statement.closing(),
                                List.of(),
                                Set.of()))
                .isEmpty();
    }

    @Test
    void offerTheBalanceThatWasCarriedOverWrongly() {
        Statement statement = read(1);
        var place = new Place(1, new Box(400, 700, 60, 8));
        var right = new Money(27358603);
        var wrong = new Money(27058603);

        List<Repair> repairs =
                Repairs.of(
                        statement.transactions(),
                        statement.opening(),
                        statement.closing(),
                        List.of(
                                new Claims.Fault(0, right, wrong, place),
                                new Claims.Fault(0, wrong, right, place)),
                        Set.of());

        assertThat(repairs).extracting(Repair::printed).containsExactly(wrong);
        assertThat(repairs).extracting(Repair::needed).containsExactly(right);
    }

    @Test
    void offerFirstWhatMakesAnAmountMoreUsualWhereRowsShareABalance() {
        Repair first =
                firstRepair(
                        """
                        ACCOUNT STATEMENT

                        Date        Description           Debit      Credit     Balance
                        01/03/2026  BALANCE BROUGHT FORWARD                   10,000.00
                        02/03/2026  GROCER               310.15
                        02/03/2026  PHARMACY             240.60
                        02/03/2026  BOOKS                 95.30                9,353.95
                        03/03/2026  SALARY                        4,000.00
                        03/03/2026  RENT                 850.00               12,503.95
                        04/03/2026  MARKET               145.25
                        04/03/2026  FUEL               7,420.90
                        04/03/2026  CAFE                  64.80               11,873.00
                        05/03/2026  PAYMENT                         512.00    12,385.00
                        """);

        assertThat(first.printed()).isEqualTo(new Money(-7_420_90));
        assertThat(first.needed()).isEqualTo(new Money(-420_90));
    }

    @Test
    void offerFirstTheFeeThatOtherRowsRepeatWhereRowsShareABalance() {
        Repair first =
                firstRepair(
                        """
                        ACCOUNT STATEMENT

                        Date        Description           Debit      Credit     Balance
                        01/03/2026  BALANCE BROUGHT FORWARD                   10,000.00
                        02/03/2026  GROCER               310.15
                        02/03/2026  FEE                  170.50                9,519.35
                        03/03/2026  SALARY                        4,000.00
                        03/03/2026  FEE                  170.50               13,348.85
                        04/03/2026  DEPOSIT                         512.00
                        04/03/2026  FEE                  160.50               13,690.35
                        05/03/2026  FUEL                 420.90               13,269.45
                        06/03/2026  MARKET               145.25               13,124.20
                        """);

        assertThat(first.printed()).isEqualTo(new Money(-160_50));
        assertThat(first.needed()).isEqualTo(new Money(-170_50));
    }

    @Test
    void offerFirstWhatOtherRowsOfThatNamePaidWhereRowsShareABalance() {
        Repair first =
                firstRepair(
                        """
                        ACCOUNT STATEMENT

                        Date        Description           Debit      Credit     Balance
                        01/03/2026  BALANCE BROUGHT FORWARD                   10,000.00
                        02/03/2026  GYM 0226              310.15               9,689.85
                        05/03/2026  BOOKS                 620.40               9,069.45
                        06/03/2026  GYM 0326              310.15
                        06/03/2026  LAUNDRY               640.60               8,118.70
                        09/03/2026  GYM 0426              340.15
                        09/03/2026  FLORIST               650.40               7,158.15
                        10/03/2026  MARKET                145.25               7,012.90
                        """);

        assertThat(first.printed()).isEqualTo(new Money(-340_15));
        assertThat(first.needed()).isEqualTo(new Money(-310_15));
    }

    @ParameterizedTest
    @CsvSource({"2406000, 24060", "123, 123000", "-2406000, -24060"})
    void takeAPointLostOrGainedForOneSlip(long printed, long needed) {
        assertThat(Slips.cost(new Money(printed), new Money(needed))).isEqualTo(1);
    }

    @Test
    void offerFirstTheOpeningThatThePaperPrintsElsewhere() {
        Repair first =
                firstRepair(
                        PAPER.replace("ACCOUNT STATEMENT", "ACCOUNT STATEMENT 10,000.00")
                                .replace("         10,000.00\n", "         10,300.00\n")
                                .replace("400.20              12,953", "610.15              12,743")
                                .replace("12,743.75", "12,743.80"));

        assertThat(first.transaction()).isZero();
        assertThat(first.needed()).isEqualTo(new Money(10_000_00));
    }

    /** Two amounts and the balance before them, by a 2 that was another digit. */
    @Test
    void tellHowManyFiguresExplainThePaperAlike() {
        Repair first =
                firstRepair(
                        """
                        ACCOUNT STATEMENT

                        Date        Description           Debit      Credit     Balance
                        01/03/2026  BALANCE BROUGHT FORWARD                   10,000.00
                        02/03/2026  GROCER               310.15
                        02/03/2026  PHARMACY             240.60
                        02/03/2026  BOOKS                125.30                9,343.95
                        03/03/2026  SALARY                        4,000.00   13,343.95
                        04/03/2026  MARKET               145.25              13,198.70
                        05/03/2026  FUEL                 420.90              12,777.80
                        """);

        assertThat(first.alike()).contains(3);
    }

    @Test
    void tellNoOtherWhereTheRowsAfterItBearOutOneChange() {
        Repair first = firstRepair(PAPER.replace("13,449.25", "13,949.25"));

        assertThat(first.alike()).isEmpty();
    }

    @Test
    void offerTheOnlyBalanceThatDoesNotFollow() {
        Statement statement = read(1);
        var place = new Place(1, new Box(400, 700, 60, 8));
        var fault = new Claims.Fault(0, new Money(98_399_34), new Money(98_699_34), place);

        assertThat(
                        Repairs.of(
                                statement.transactions(),
                                statement.opening(),
                                statement.closing(),
                                List.of(fault),
                                Set.of()))
                .extracting(Repair::transaction, Repair::needed)
                .containsExactly(tuple(0, new Money(98_399_34)));
    }

    @Test
    void offerTheClosingBalanceThatTheLastRowContradicts() {
        Repair first =
                firstRepair(
                        PAPER.replace(
                                "06/03/2026  FUEL                 400.20              12,953.75",
                                "            CLOSING BALANCE                          13,853.95"));

        assertThat(first.transaction()).isZero();
        assertThat(first.printed()).isEqualTo(new Money(13_853_95));
        assertThat(first.needed()).isEqualTo(new Money(13_353_95));
    }

    @Test
    void offerTheFirstBalanceWhereNoOpeningIsPrinted() {
        Statement statement =
                read(PAPER.replaceFirst("01/03/2026 .*\n", "").replace("9,689.85", "9,189.85"));

        assertThat(statement.proof().repairs())
                .extracting(Repair::transaction, Repair::column, Repair::needed)
                .startsWith(tuple(1, Cell.Column.BALANCE, new Money(9_689_85)));
    }

    @ParameterizedTest
    @CsvSource({
        "'10,300.00', 310.15, 0, 1000000",
        "'10,000.00', 610.15, 1, -31015",
    })
    void offerFirstWhatThePrintedTotalsSpeakForWhereTwoFiguresExplainAlike(
            String opening, String grocer, int transaction, long needed) {
        Repair first =
                firstRepair(
                        """
                        ACCOUNT STATEMENT
                        Total debits          646.05
                        Total credits       4,250.00

                        Date        Description           Debit      Credit     Balance
                        01/03/2026  OPENING BALANCE                          %s
                        02/03/2026  GROCER               %s               9,689.85
                        03/03/2026  SALARY                        4,000.00   13,689.85
                        04/03/2026  PHARMACY             240.60              13,449.25
                        05/03/2026  BOOKS                 95.30              13,353.95
                        06/03/2026  REFUND                          250.00   13,603.95
                                    CLOSING BALANCE                          13,603.95
                        """
                                .formatted(opening, grocer));

        assertThat(first.transaction()).isEqualTo(transaction);
        assertThat(first.needed()).isEqualTo(new Money(needed));
    }

    /** Signs of columns are those under which only one digit is wrong. */
    @Test
    void seeTheMisprintAndNotEverySignBehindAClosingBalanceThatIsMissed() {
        long seed = 5057;
        List<Money> sound = amounts(read(RandomPaper.draw(seed, seed, Fault.NONE)));
        List<Money> misprinted = amounts(read(RandomPaper.draw(seed, seed, Fault.MISPRINT)));

        sound.removeAll(misprinted);

        assertThat(misprinted).hasSizeGreaterThan(50);
        assertThat(sound).hasSize(1);
    }

    private static List<Money> amounts(Statement statement) {
        return new ArrayList<>(statement.transactions().stream().map(Transaction::amount).toList());
    }

    private static Repair firstRepair(String paper) {
        return read(paper).proof().repairs().getFirst();
    }

    private static Statement read(long seed) {
        return read(RandomPaper.draw(seed).pdf());
    }

    private static Statement read(String paper) {
        return read(TypedPaper.of(paper));
    }

    private static Statement read(byte[] pdf) {
        ReadResult result =
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(pdf, Optional.empty(), Progress.NONE);
        return ((ReadResult.Read) result).statements().getFirst();
    }

    private static boolean prints(Transaction row) {
        return row.cells().stream().anyMatch(cell -> cell.column() == Cell.Column.BALANCE);
    }

    /** Another digit somewhere, or two neighbours swapped. */
    private static Money slip(Money money, Random random) {
        char[] digits = Long.toString(Math.abs(money.cents())).toCharArray();
        int at = random.nextInt(digits.length);
        if (at > 0 && digits[at] != digits[at - 1] && random.nextBoolean()) {
            char digit = digits[at];
            digits[at] = digits[at - 1];
            digits[at - 1] = digit;
        } else {
            digits[at] = (char) ('0' + (digits[at] - '0' + 1 + random.nextInt(8)) % 10);
        }
        var slipped = new Money(Long.parseLong(new String(digits)));
        return money.isNegative() ? slipped.negated() : slipped;
    }

    private static Transaction with(Transaction row, boolean balance, Money slipped) {
        return new Transaction(
                row.id(),
                row.date(),
                row.valueDate(),
                row.description(),
                balance ? row.amount() : slipped,
                row.fee(),
                balance ? Optional.of(slipped) : row.balance(),
                row.category(),
                row.cells());
    }
}
