package za.co.spikedata.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Samples;

/** Accepts what was proven, and refuses it after any change of an amount, a sign or a row. */
class VerifierTest {
    private static final int LAYOUTS = 40;
    private static final int CHANGES_EACH = 12;

    /** Read once for all tests. */
    private static final List<Statement> PROVEN =
            Stream.concat(
                            LongStream.rangeClosed(1, LAYOUTS)
                                    .mapToObj(seed -> RandomPaper.draw(seed).pdf()),
                            Samples.all(7).stream().map(sample -> sample.pdf()))
                    .map(VerifierTest::read)
                    .filter(ReadResult.Read.class::isInstance)
                    .map(result -> ((ReadResult.Read) result).statements().getFirst())
                    .filter(statement -> statement.proof().verdict() == Verdict.PROVEN)
                    .toList();

    @ParameterizedTest
    @FieldSource("PROVEN")
    void acceptsWhatIsProven(Statement statement) {
        assertThat(problems(statement)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PROVEN")
    void refusesAnotherAmount(Statement statement) {
        eachOf(statement, row -> with(row, row.amount().plus(new Money(1_000)), row.date()));
    }

    @ParameterizedTest
    @FieldSource("PROVEN")
    void refusesAnotherSign(Statement statement) {
        eachOf(statement, row -> with(row, row.amount().negated(), row.date()));
    }

    @Test
    void refusesAnotherSignOfTheOnlyFigureUnderCredits() {
        Statement statement =
                typed(
                        """
                        Statement period: 01/03/2026 to 31/03/2026

                        Date        Description      Debit     Credit      Balance
                        02/03/2026  SALARY                   3,000.00     5,500.00
                        09/03/2026  RENT            900.00                4,600.00
                        19/03/2026  GROCER          100.00                4,500.00
                        """);

        assertThat(statement.opening()).isEmpty();
        assertThat(problems(statement)).isEmpty();
        eachOf(statement, row -> with(row, row.amount().negated(), row.date()));
    }

    @Test
    void refusesAnOrderAgainstTheDaysAndASignThatNothingTells() {
        Statement statement =
                typed(
                        """
                        Date          Description       Amount   Outstanding
                        01 Jun 2026   INSTALMENT        550.00      5,450.00
                        01 Jul 2026   INSTALMENT        550.00      4,900.00
                        """);
        var gained = new ArrayList<Transaction>();
        statement
                .transactions()
                .forEach(row -> gained.add(with(row, row.amount().negated(), row.date())));
        List<Check> undated =
                statement.proof().checks().stream()
                        .filter(check -> check.rule() != Check.Rule.DATE_ORDER)
                        .toList();

        assertThat(problems(statement)).isEmpty();
        assertThat(problems(turned(statement, gained, undated)))
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.ORDER);
        gained.replaceAll(row -> with(row, row.amount(), LocalDate.of(2026, 6, 1)));
        assertThat(problems(turned(statement, gained, undated)))
                .extracting(Problem::kind)
                .contains(Problem.Kind.SIGN);
    }

    private static Statement turned(
            Statement statement, List<Transaction> rows, List<Check> checks) {
        return copy(statement, statement.opening(), rows, !statement.newestFirst(), checks);
    }

    @ParameterizedTest
    @FieldSource("PROVEN")
    void refusesADateOfAnotherYear(Statement statement) {
        eachOf(statement, row -> with(row, row.amount(), row.date().plusYears(3)));
    }

    @ParameterizedTest
    @FieldSource("PROVEN")
    void refusesADateThatNoCalendarRulesFor(Statement statement) {
        eachOf(statement, row -> with(row, row.amount(), LocalDate.MIN));
        eachOf(statement, row -> with(row, row.amount(), LocalDate.MAX));
        eachOf(statement, row -> with(row, row.amount(), row.date().withYear(9_999)));
    }

    @Test
    void holdsSixDigitsOfAllRowsToOneOrder() {
        Statement statement =
                typed(
                        """
                        Statement date: 28 March 2026

                        Date    Description      Debit     Credit      Balance
                                BALANCE B/FWD                         2,500.00
                        260326  SALARY                   3,000.00     5,500.00
                        270326  RENT            900.00                4,600.00
                        280326  GROCER          100.00                4,500.00
                        """);
        var rows = new ArrayList<>(statement.transactions());
        rows.set(2, with(rows.get(2), rows.get(2).amount(), LocalDate.of(2028, 3, 26)));

        assertThat(problems(statement)).isEmpty();
        assertThat(problems(with(statement, rows)))
                .extracting(Problem::kind)
                .contains(Problem.Kind.DATE);
    }

    @ParameterizedTest
    @FieldSource("PROVEN")
    void refusesALostOrDoubledOrMovedRow(Statement statement) {
        List<Transaction> rows = statement.transactions();
        for (int at : chosen(rows)) {
            var lost = new ArrayList<>(rows);
            lost.remove(at);
            assertThat(problems(with(statement, lost))).as("lost row " + at).isNotEmpty();
            var doubled = new ArrayList<>(rows);
            doubled.add(at, rows.get(at));
            assertThat(problems(with(statement, doubled))).as("doubled row " + at).isNotEmpty();
            var swapped = new ArrayList<>(rows);
            swapped.set(at, rows.get((at + 1) % rows.size()));
            swapped.set((at + 1) % rows.size(), rows.get(at));
            assertThat(problems(with(statement, swapped))).as("swapped row " + at).isNotEmpty();
        }
    }

    @Test
    void refusesAProofWithoutEquations() {
        Statement statement = PROVEN.getFirst();
        List<Check> dates =
                statement.proof().checks().stream()
                        .filter(check ->
                                check.rule() != Check.Rule.BALANCE_CHAIN
                                        && check.rule() != Check.Rule.OPENING_TO_CLOSING)
                        .toList();

        assertThat(problems(with(statement, Optional.empty(), dates)))
                .extracting(Problem::kind)
                .contains(Problem.Kind.UNSUPPORTED);
    }

    @Test
    void seesEveryCellOnThePaperAndNoneOnAnother() throws Exception {
        byte[] pdf = RandomPaper.draw(1).pdf();
        ReadResult result = read(pdf);

        assertThat(PaperWitness.verify(result, pdf)).isEmpty();
        assertThat(PaperWitness.verify(result, RandomPaper.draw(2).pdf())).isNotEmpty();
    }

    private static void eachOf(Statement statement, UnaryOperator<Transaction> change) {
        List<Transaction> rows = statement.transactions();
        for (int at : chosen(rows)) {
            if (rows.get(at).amount().isZero()) {
                continue;
            }
            var changed = new ArrayList<>(rows);
            changed.set(at, change.apply(rows.get(at)));
            assertThat(problems(with(statement, changed))).as("row " + at).isNotEmpty();
        }
    }

    private static int[] chosen(List<Transaction> rows) {
        var random = new Random(rows.size());
        return IntStream.concat(
                        IntStream.of(0, rows.size() - 1), random.ints(CHANGES_EACH, 0, rows.size()))
                .toArray();
    }

    private static List<Problem> problems(Statement statement) {
        return Verifier.verify(
                new ReadResult.Read(
                        1,
                        List.of(statement),
                        new Authenticity(Authenticity.Kind.BLANK, Optional.empty(), 0, List.of()),
                        Trace.EMPTY));
    }

    private static Statement typed(String paper) {
        return ((ReadResult.Read) read(TypedPaper.of(paper))).statements().getFirst();
    }

    private static ReadResult read(byte[] pdf) {
        return new StatementEngine(EngineLimits.DEFAULT).read(pdf, Optional.empty(), Progress.NONE);
    }

    private static Transaction with(Transaction row, Money amount, LocalDate date) {
        return new Transaction(
                row.id(),
                date,
                row.valueDate(),
                row.description(),
                amount,
                row.fee(),
                row.balance(),
                row.category(),
                row.cells());
    }

    /** The rows numbered anew, as a forger would. */
    private static Statement with(Statement statement, List<Transaction> rows) {
        var numbered = new ArrayList<Transaction>();
        for (Transaction row : rows) {
            numbered.add(
                    new Transaction(
                            numbered.size() + 1,
                            row.date(),
                            row.valueDate(),
                            row.description(),
                            row.amount(),
                            row.fee(),
                            row.balance(),
                            row.category(),
                            row.cells()));
        }
        return copy(statement, statement.opening(), numbered, statement.proof().checks());
    }

    private static Statement with(
            Statement statement, Optional<Figure> opening, List<Check> checks) {
        return copy(statement, opening, statement.transactions(), checks);
    }

    private static Statement copy(
            Statement statement,
            Optional<Figure> opening,
            List<Transaction> rows,
            List<Check> checks) {
        return copy(statement, opening, rows, statement.newestFirst(), checks);
    }

    private static Statement copy(
            Statement statement,
            Optional<Figure> opening,
            List<Transaction> rows,
            boolean newestFirst,
            List<Check> checks) {
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
                opening,
                statement.closing(),
                statement.liability(),
                newestFirst,
                statement.firstPage(),
                statement.lastPage(),
                rows,
                statement.markers(),
                new Proof(Verdict.PROVEN, checks));
    }
}
