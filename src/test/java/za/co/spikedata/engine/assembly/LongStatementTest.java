package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

class LongStatementTest {
    private static final Origin NOBODY = new Origin(Optional.empty(), Optional.empty());

    private static final List<String> PAGES =
            List.of(
                    """
                    Date         Description              Amount      Balance
                    2025-01-01   Opening balance                     1,000.00
                    2025-01-02   KAREE FOODS              -85.00       915.00
                    2025-01-03   N1 GARAGE               -100.00       815.00
                    2025-01-04   FYNBOS TRADING           200.00     1,015.00
                    """,
                    """
                    Date         Description              Amount      Balance
                    2025-01-05   KAREE FOODS              -15.00     1,000.00
                    2025-01-06   N1 GARAGE               -300.00       700.00
                    2025-01-07   FYNBOS TRADING            50.00       750.00
                    """,
                    """
                    Date         Description              Amount      Balance
                    2025-01-08   KAREE FOODS              -25.00       725.00
                    2025-01-09   N1 GARAGE               -125.00       600.00
                    2025-01-10   FYNBOS TRADING            10.00       610.00
                    2025-01-11   KAREE FOODS              -60.00       550.00
                    2025-01-12   N1 GARAGE                -50.00       500.00
                    2025-01-13   FYNBOS TRADING           100.00       600.00
                    2025-01-14   KAREE FOODS               -1.00       599.00
                    2025-01-14   Closing balance                       599.00
                    """);

    @Test
    void joinsPagesThatGoOnWithOneAnother() {
        Statement joined = only(inStretches(PAGES).orElseThrow());
        Statement whole = only(atOnce(PAGES));

        assertThat(joined.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(checks(joined)).isEqualTo(checks(whole));
        assertThat(rows(joined)).isEqualTo(rows(whole)).hasSize(13);
        assertThat(joined.opening().orElseThrow().money())
                .isEqualTo(whole.opening().orElseThrow().money());
        assertThat(joined.closing().orElseThrow().money())
                .isEqualTo(whole.closing().orElseThrow().money());
        assertThat(joined.lastPage()).isEqualTo(3);
    }

    @Test
    void joinsPagesThatListTheNewestRowFirst() {
        List<String> pages = new ArrayList<>();
        for (String page : PAGES.reversed()) {
            List<String> lines = page.lines().toList();
            pages.add(
                    lines.getFirst()
                            + "\n"
                            + String.join("\n", lines.subList(1, lines.size()).reversed()));
        }

        Statement joined = only(inStretches(pages).orElseThrow());

        assertThat(joined.newestFirst()).isTrue();
        assertThat(checks(joined)).isEqualTo(checks(only(atOnce(pages))));
        assertThat(rows(joined)).isEqualTo(rows(only(atOnce(pages))));
    }

    @Test
    void takesABalanceBroughtForwardForNoOpening() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.set(
                1,
                after(
                        0,
                        pages.get(1),
                        "2025-01-04   Balance brought forward             1,015.00"));

        Statement joined = only(inStretches(pages).orElseThrow());

        assertThat(checks(joined)).isEqualTo(checks(only(atOnce(pages))));
        assertThat(joined.markers())
                .extracting(Marker::kind, Marker::afterTransaction)
                .isEqualTo(
                        only(atOnce(pages)).markers().stream()
                                .map(each ->
                                        org.assertj.core.groups.Tuple.tuple(
                                                each.kind(), each.afterTransaction()))
                                .toList());
    }

    @Test
    void holdsRowsBeforeThePagesFirstBalanceToTheSeam() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.set(1, pages.get(1).replace("-15.00     1,000.00", "-15.00"));

        Statement joined = only(inStretches(pages).orElseThrow());

        assertThat(joined.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(checks(joined)).isEqualTo(checks(only(atOnce(pages))));
        assertThat(rows(joined)).isEqualTo(rows(only(atOnce(pages))));
    }

    @Test
    void leavesABrokenBalanceToAReadingOfTheWhole() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.set(2, pages.get(2).replace("-50.00       500.00", "-50.00       501.00"));

        assertThat(only(atOnce(pages)).proof().verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(inStretches(pages)).isEmpty();
    }

    @Test
    void joinsNoPagesBetweenWhichARowIsLost() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.set(1, without(1, pages.get(1)));

        assertThat(inStretches(pages)).isEmpty();
    }

    @Test
    void joinsNoRowsWhoseYearAnotherPagePrints() {
        List<String> pages = PAGES.stream().map(page -> page.replace("2025-01-", "1/")).toList();

        assertThat(inStretches(pages)).isEmpty();
    }

    @Test
    void joinsNoPageOfAnotherStatement() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.set(2, PAGES.getFirst());

        assertThat(inStretches(pages)).isEmpty();
    }

    private static Optional<ReadResult> inStretches(List<String> pages) {
        var statement = new LongStatement(Banks.NONE);
        pages(pages).forEach(page -> statement.take(List.of(page)).run());
        return statement.result(NOBODY, List.of());
    }

    private static ReadResult atOnce(List<String> pages) {
        return new Assembler(Banks.NONE, NOBODY, List.of()).assemble(pages(pages));
    }

    private static List<Page> pages(List<String> texts) {
        var pages = new ArrayList<Page>();
        for (String text : texts) {
            pages.add(Paper.of(text).page(pages.size() + 1));
        }
        return pages;
    }

    private static Statement only(ReadResult result) {
        return ((Read) result).statements().getFirst();
    }

    /** But for how many lines were looked over: those between two stretches are no rows'. */
    private static List<Check> checks(Statement statement) {
        return statement.proof().checks().stream()
                .filter(check -> check.rule() != Check.Rule.COVERAGE)
                .toList();
    }

    private static List<String> rows(Statement statement) {
        return statement.transactions().stream().map(LongStatementTest::told).toList();
    }

    private static String told(Transaction row) {
        return row.id()
                + " "
                + row.date()
                + " "
                + row.description()
                + " "
                + row.amount().cents()
                + " "
                + row.balance().orElseThrow().cents()
                + " "
                + row.cells().stream().map(cell -> cell.column() + " " + cell.text()).toList();
    }

    private static String without(int row, String page) {
        var lines = new ArrayList<>(page.lines().toList());
        lines.remove(row);
        return String.join("\n", lines);
    }

    private static String after(int row, String page, String line) {
        var lines = new ArrayList<>(page.lines().toList());
        lines.add(row + 1, line);
        return String.join("\n", lines);
    }
}
