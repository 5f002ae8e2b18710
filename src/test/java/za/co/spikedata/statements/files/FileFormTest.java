package za.co.spikedata.statements.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Sample;
import za.co.spikedata.samples.Samples;

/** Files for other programs add up as the paper does, and are well formed whatever it says. */
class FileFormTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30.5Z");
    private static final byte[] CARD =
            TypedPaper.of(
                    """
                    Card account 5012 **** **** 3344   Statement from 01 Mar 2026 to 31 Mar 2026
                    Date          Details                          Amount
                    01 Mar 2026   Previous balance               2,310.55
                    02 Mar 2026   GROCER                           412.50
                    05 Mar 2026   PAYMENT THANK YOU           -1,825.00
                    09 Mar 2026   STREAMBOX                        199.00
                                  Balance due                    1,097.05
                    """);
    private static final List<ReadResult.Read> READS =
            Stream.concat(
                            Samples.all(11).stream().map(Sample::pdf),
                            Stream.concat(
                                    LongStream.rangeClosed(1, 25)
                                            .mapToObj(seed -> RandomPaper.draw(seed).pdf()),
                                    Stream.of(CARD)))
                    .map(pdf ->
                            new StatementEngine(EngineLimits.DEFAULT)
                                    .read(pdf, Optional.empty(), Progress.NONE))
                    .filter(ReadResult.Read.class::isInstance)
                    .map(ReadResult.Read.class::cast)
                    .toList();

    static Stream<ReadResult.Read> balanced() {
        return READS.stream()
                .filter(read -> read.verdict() == Verdict.PROVEN)
                .filter(read -> FileForm.OFX.isFor(read.statements()))
                .filter(read ->
                        read.statements().stream()
                                .allMatch(each -> new Booked(each).opening().isPresent()));
    }

    @Test
    void findsEnoughToTry() {
        assertThat(balanced().count()).isGreaterThan(5);
        assertThat(balanced().flatMap(read -> read.statements().stream()))
                .anyMatch(Statement::liability)
                .anyMatch(each -> !each.liability());
    }

    @ParameterizedTest
    @MethodSource("balanced")
    void leadsFromTheOpeningToTheClosingBalanceInCamt(ReadResult.Read read) throws Exception {
        var file = parsed(FileForm.CAMT.write(List.of(read), NOW));

        var statements = nodes(file, "//Stmt");
        assertThat(statements).hasSameSizeAs(read.statements());
        for (var statement : statements) {
            var opening = signed(only(statement, "Bal[Tp/CdOrPrtry/Cd='OPBD']"));
            var closing = signed(only(statement, "Bal[Tp/CdOrPrtry/Cd='CLBD']"));
            var moved =
                    nodes(statement, "Ntry").stream()
                            .map(FileFormTest::signed)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(opening.add(moved)).isEqualByComparingTo(closing);
        }
    }

    @ParameterizedTest
    @MethodSource("balanced")
    void leadsToTheLedgerBalanceInOfx(ReadResult.Read read) throws Exception {
        var file = parsed(FileForm.OFX.write(List.of(read), NOW));

        var responses = nodes(file, "//STMTRS | //CCSTMTRS");
        assertThat(responses).hasSameSizeAs(read.statements());
        for (var statement : read.statements()) {
            var account = statement.account().orElse("0");
            var response = only(file, "//*[*/ACCTID='" + account + "'][LEDGERBAL]");
            var moved =
                    nodes(response, "BANKTRANLIST/STMTTRN/TRNAMT").stream()
                            .map(node -> new BigDecimal(node.getTextContent()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            var opening = new Booked(statement).opening().orElseThrow().decimal();
            assertThat(opening.add(moved)).isEqualByComparingTo(text(response, "LEDGERBAL/BALAMT"));
        }
    }

    @ParameterizedTest
    @MethodSource("balanced")
    void namesEachRowOnceAndTheSameInEveryOfx(ReadResult.Read read) throws Exception {
        var ids = texts(parsed(FileForm.OFX.write(List.of(read), NOW)), "//FITID");
        var later = texts(parsed(FileForm.OFX.write(List.of(read), NOW.plusSeconds(9))), "//FITID");

        assertThat(ids).doesNotHaveDuplicates().isNotEmpty().isEqualTo(later);
    }

    @Test
    void takesAPurchaseOnACardForMoneyOut() throws Exception {
        var card = balanced().filter(read -> read.statements().getFirst().liability()).toList();
        var file = parsed(FileForm.OFX.write(card.subList(0, 1), NOW));

        assertThat(texts(file, "//TRNAMT")).containsExactly("-412.50", "1825.00", "-199.00");
        assertThat(texts(file, "//BALAMT")).containsExactly("-1097.05");
    }

    @Test
    void tellsCardsFromAccounts() throws Exception {
        for (var read : balanced().toList()) {
            var file = parsed(FileForm.OFX.write(List.of(read), NOW));
            boolean isCard = read.statements().stream().anyMatch(OfxFile::isCard);
            assertThat(nodes(file, "/OFX/CREDITCARDMSGSRSV1").isEmpty()).isEqualTo(!isCard);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OFX", "CAMT"})
    void staysWellFormedWhateverAPaperSays(FileForm form) throws Exception {
        var said =
                "<a href='x'>&amp; ]]> \u0000\u0007\uD800 \uDBFF\uDFFE \uFFFE \u202E 😀 "
                        + "é".repeat(600);
        var file = parsed(form.write(List.of(saying(said)), NOW));

        var texts = texts(file, "//MEMO | //AddtlNtryInf");
        assertThat(texts).singleElement().asString().startsWith("<a href='x'>&amp; ]]>");
        assertThat(texts.getFirst().codePointCount(0, texts.getFirst().length()))
                .isLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(names = {"XERO", "QUICKBOOKS", "SAGE", "DEBIT_2"})
    void runsNothingInASpreadsheet(FileForm form) throws Exception {
        var file = new String(form.write(List.of(saying("=1+1")), NOW), StandardCharsets.UTF_8);

        assertThat(file.lines()).hasSize(2).last().asString().contains("\"'=1+1\"");
    }

    @Test
    void offersNothingThatNeedsABalanceWithoutOne() {
        var bare = without(READS.getFirst().statements().getFirst(), "x");

        assertThat(FileForm.values())
                .filteredOn(form -> !form.isFor(List.of(bare)))
                .containsExactly(FileForm.OFX, FileForm.CAMT);
    }

    @Test
    void keepsTheOrderThatTheStandardGivesAnEntry() throws Exception {
        var file = parsed(FileForm.CAMT.write(List.of(READS.getFirst()), NOW));

        var order =
                List.of(
                        "NtryRef",
                        "Amt",
                        "CdtDbtInd",
                        "Sts",
                        "BookgDt",
                        "ValDt",
                        "BkTxCd",
                        "AddtlNtryInf");
        for (var entry : nodes(file, "//Ntry")) {
            var names = nodes(entry, "*").stream().map(Node::getNodeName).toList();
            assertThat(order.stream().filter(names::contains).toList()).isEqualTo(names);
        }
        var parts = List.of("Id", "CreDtTm", "FrToDt", "Acct", "Bal", "Ntry");
        var names = nodes(only(file, "//Stmt"), "*").stream().map(Node::getNodeName).distinct();
        assertThat(names).isEqualTo(parts);
    }

    private static ReadResult.Read saying(String description) {
        var read = READS.getFirst();
        var bare = without(read.statements().getFirst(), description);
        var closing = read.statements().getFirst().closing();
        return new ReadResult.Read(
                1, List.of(withClosing(bare, closing)), read.authenticity(), read.trace());
    }

    private static Statement without(Statement statement, String description) {
        var row =
                new Transaction(
                        1,
                        LocalDate.of(2026, 3, 7),
                        Optional.empty(),
                        List.of(description),
                        new Money(-4_100),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        return new Statement(
                statement.type(),
                statement.issuer(),
                statement.format(),
                statement.account(),
                statement.accountType(),
                statement.statementNumber(),
                List.of(description),
                statement.period(),
                statement.issuedOn(),
                statement.currency(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                1,
                1,
                List.of(row),
                List.of(),
                statement.proof());
    }

    private static Statement withClosing(Statement bare, Optional<Figure> closing) {
        return new Statement(
                bare.type(),
                bare.issuer(),
                bare.format(),
                bare.account(),
                bare.accountType(),
                bare.statementNumber(),
                bare.holder(),
                bare.period(),
                bare.issuedOn(),
                bare.currency(),
                Optional.empty(),
                closing,
                false,
                false,
                1,
                1,
                bare.transactions(),
                List.of(),
                bare.proof());
    }

    private static BigDecimal signed(Node node) {
        var amount = new BigDecimal(text(node, "Amt"));
        return text(node, "CdtDbtInd").equals("DBIT") ? amount.negate() : amount;
    }

    private static Document parsed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Node node, String path) {
        return nodes(node, path).stream().map(Node::getTextContent).toList();
    }

    private static String text(Node node, String path) {
        return only(node, path).getTextContent();
    }

    private static Node only(Node node, String path) {
        var found = nodes(node, path);
        assertThat(found).as(path).isNotEmpty();
        return found.getFirst();
    }

    private static List<Node> nodes(Node node, String path) {
        try {
            var found =
                    (NodeList)
                            XPathFactory.newInstance()
                                    .newXPath()
                                    .evaluate(path, node, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
