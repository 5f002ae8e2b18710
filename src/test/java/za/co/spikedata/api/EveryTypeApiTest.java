package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.engine.paper.ExpectedPaper;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** A paper of every type, as programs send it and are answered. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeApiTest {
    private static final Path PAPERS = Path.of("src/test/resources/statements/south-africa");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;

    /** A paper, what it is called in the oldest and the newest form, and what its rows tell. */
    enum Case {
        NORMAL(
                "capitec-business-two-digit-years",
                "bank-statement-normal",
                "BankStatementNormal",
                "id date description amount balance"),
        NO_BALANCE(
                "discovery-statement",
                "bank-statement-no-balance",
                "BankStatementNoBalance",
                "id date description amount"),
        CARD_SIMPLE(
                "fnb-gold-card",
                "credit-card-simple",
                "CreditCardSimple",
                "id date description amount"),
        CARD_BREAKDOWN(
                "nedbank-gold-card",
                "credit-card-breakdown",
                "CreditCardBreakdown",
                "id category transactionDate processDate description amount"),
        CARD_MULTI_USER(
                "stdbank-visa-business",
                "credit-card-breakdown-multi-user",
                "CreditCardBreakdownMultiUser",
                "id category transactionDate processDate description amount");

        private final String paper;
        private final String code;
        private final String name;
        private final List<String> fields;

        Case(String paper, String code, String name, String fields) {
            this.paper = paper;
            this.code = "pdf/success/" + code;
            this.name = name;
            this.fields = List.of(fields.split(" "));
        }

        /** The oldest programs know no layout of those without balances that are read here. */
        List<String> paths() {
            return this == NO_BALANCE ? List.of("/pdf1") : List.of("/pdf", "/pdf1");
        }

        boolean isInSections() {
            return this == CARD_BREAKDOWN || this == CARD_MULTI_USER;
        }

        /** Whether the paper counts what is owed, while programs are told what is had. */
        boolean isOwed() {
            return isInSections();
        }

        boolean isToldValidTo(String path) {
            return path.equals("/pdf") || this == NORMAL || isInSections();
        }
    }

    /** A row as all forms tell it. */
    private record Row(String date, BigDecimal amount) {}

    @BeforeAll
    void aTenantHoldsKeys() {
        var tenant = NewTenant.create(port, "types").id();
        program = new Program(port).with(new Holder(portal, tenant.value()).pair().secret());
    }

    @ParameterizedTest
    @EnumSource
    void isToldToOlderPrograms(Case each) throws IOException {
        var paper = paper(each);
        for (var path : each.paths()) {
            var envelope = program.envelope(path, Program.body(paper.pdf()));
            assertThat(envelope.get("code").stringValue()).as(path).isEqualTo(each.code);
            var data = envelope.get("data");
            assertThat(data.isArray()).isEqualTo(each == Case.CARD_MULTI_USER);
            var blocks = data.isArray() ? data.valueStream().toList() : List.of(data);
            for (var block : blocks) {
                assertThat(block.has("breakdown")).isEqualTo(each.isInSections());
                assertThat(block.has("valid")).as(path).isEqualTo(each.isToldValidTo(path));
                assertThat(block.has("authenticity")).isEqualTo(path.equals("/pdf"));
                assertThat(block.get("statement").has("statementBalance")).isTrue();
            }
            var rows = blocks.stream().flatMap(EveryTypeApiTest::transactions).toList();
            var fields =
                    each.fields.stream()
                            .filter(name -> path.equals("/pdf") || !name.equals("processDate"))
                            .toList();
            assertThat(rows).allSatisfy(row -> tells(row, fields));
            var date = each.isInSections() ? "transactionDate" : "date";
            assertThat(told(rows, date)).containsExactlyInAnyOrderElementsOf(printed(paper, each));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFlattenedForTheNewest(Case each) throws IOException {
        var paper = paper(each);
        var envelope = program.envelope("/pdf2", Program.body(paper.pdf()));
        var data = envelope.get("data");

        assertThat(envelope.get("code").stringValue()).isEqualTo("pdf/success/statement-common");
        assertThat(data.get("type").stringValue()).isEqualTo(each.name);
        assertThat(data.has("numBreaks"))
                .isEqualTo(each == Case.NORMAL || each == Case.CARD_BREAKDOWN);
        assertThat(data.get("statement").propertyNames())
                .contains("openingBalance", "closingBalance")
                .doesNotContain("statementBalance");
        var rows = transactions(data).toList();
        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(row.has("category")).isEqualTo(each.isInSections());
                    assertThat(row.has("balance")).isEqualTo(each == Case.NORMAL);
                });
        assertThat(rows.stream().map(row -> row.get("id").intValue()))
                .isEqualTo(IntStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(told(rows, "date")).containsExactlyInAnyOrderElementsOf(printed(paper, each));
    }

    /** A balance brought forward has no amount. */
    private static void tells(JsonNode row, List<String> fields) {
        assertThat(row.propertyNames().stream().toList())
                .isIn(fields, fields.stream().filter(name -> !name.equals("amount")).toList());
    }

    private static Stream<JsonNode> transactions(JsonNode block) {
        return block.get("transactions").valueStream();
    }

    private static List<Row> told(List<JsonNode> rows, String date) {
        return rows.stream()
                .filter(row -> row.has("amount"))
                .map(row ->
                        new Row(
                                row.get(date).stringValue(),
                                row.get("amount").decimalValue().setScale(2)))
                .toList();
    }

    /** Purchases are negative for programs, however the bank counts them. */
    private static List<Row> printed(ExpectedPaper paper, Case each) {
        return paper.expected()
                .lines()
                .filter(line -> line.matches("\\d{4}-.*"))
                .map(line -> Arrays.asList(line.split(" ")))
                .map(cells -> {
                    var amount = new BigDecimal(cells.get(1));
                    return new Row(
                            cells.getFirst() + "T00:00:00.000Z",
                            each.isOwed() ? amount.negate() : amount);
                })
                .toList();
    }

    private static ExpectedPaper paper(Case each) throws IOException {
        return ExpectedPaper.of(PAPERS.resolve(each.paper + ".txt"));
    }
}
