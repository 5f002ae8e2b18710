package za.co.spikedata.statements.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.samples.Sample;
import za.co.spikedata.samples.Samples;

/** Whatever a paper says, what is written of it keeps to the standard's schema. */
class CamtFileTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30.5Z");

    static Stream<Statement> statements() {
        return Samples.all(12).stream()
                .map(Sample::pdf)
                .map(pdf ->
                        new StatementEngine(EngineLimits.DEFAULT)
                                .read(pdf, Optional.empty(), Progress.NONE))
                .filter(ReadResult.Read.class::isInstance)
                .flatMap(read -> ((ReadResult.Read) read).statements().stream())
                .filter(each -> FileForm.CAMT.isFor(List.of(each)));
    }

    @Test
    void findsEnoughToTry() {
        assertThat(statements().count()).isGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void keepsToTheSchema(Statement statement) throws Exception {
        assertThat(CamtSchema.faults(written(statement))).isEmpty();
    }

    @DisplayName("UPL-13 keeps to the schema whatever a paper says")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\u0001\ufffe",
                "<script>&amp;]]></Stmt><!--",
                "\ud83d\ude00 \u202e \u200b",
                "=HYPERLINK(\"x\")\r\n\t${jndi:x} {{7*7}}"
            })
    void keepsToTheSchemaWhateverItSays(String text) throws Exception {
        var one = statements().findFirst().orElseThrow();

        assertThat(CamtSchema.faults(written(saying(one, text)))).isEmpty();
        assertThat(CamtSchema.faults(written(saying(one, (text + "\ud83d\ude00").repeat(600)))))
                .isEmpty();
    }

    @Test
    void isCaughtWhenItDoesNotKeepToIt() throws Exception {
        var whole =
                new String(
                        CamtFile.write(List.of(statements().findFirst().orElseThrow()), NOW),
                        StandardCharsets.UTF_8);

        assertThat(CamtSchema.faults(parsed(whole.replaceAll("<Bal>.*</Bal>", ""))))
                .anyMatch(fault -> fault.contains("Bal"));
        assertThat(CamtSchema.faults(parsed(whole.replace("<Cd>BOOK</Cd>", "<Cd>LOOK</Cd>"))))
                .anyMatch(fault -> fault.contains("Sts/Cd"));
        assertThat(
                        CamtSchema.faults(
                                parsed(
                                        whole.replaceAll(
                                                "(<Amt[^>]*>[^<]*</Amt>)(<CdtDbtInd>\\w+</CdtDbtInd>)",
                                                "$2$1"))))
                .anyMatch(fault -> fault.contains("times Amt"));
        assertThat(
                        CamtSchema.faults(
                                parsed(whole.replaceFirst("<MsgId>", "<MsgId>" + "x".repeat(9)))))
                .anyMatch(fault -> fault.contains("MsgId"));
        assertThat(CamtSchema.faults(parsed(whole.replaceFirst("Ccy=\"...\"", "Ccy=\"rand\""))))
                .anyMatch(fault -> fault.contains("Ccy"));
        assertThat(CamtSchema.faults(parsed(whole.replace("camt.053.001.08", "camt.053.001.02"))))
                .anyMatch(fault -> fault.contains("namespace"));
    }

    /** The same paper that says this wherever it says something. */
    private static Statement saying(Statement one, String text) {
        return new Statement(
                one.type(),
                Optional.of(text),
                one.format(),
                Optional.of(text),
                one.accountType(),
                Optional.of(text),
                List.of(text),
                one.period(),
                one.issuedOn(),
                one.currency(),
                one.opening(),
                one.closing(),
                one.liability(),
                one.newestFirst(),
                one.firstPage(),
                one.lastPage(),
                one.transactions().stream().map(row -> saying(row, text)).toList(),
                one.markers(),
                one.proof());
    }

    private static Transaction saying(Transaction row, String text) {
        return new Transaction(
                row.id(),
                row.date(),
                row.valueDate(),
                List.of(text),
                row.amount(),
                row.fee(),
                row.balance(),
                row.category(),
                row.cells());
    }

    private static Document written(Statement statement) throws Exception {
        return parsed(new String(CamtFile.write(List.of(statement), NOW), StandardCharsets.UTF_8));
    }

    private static Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
