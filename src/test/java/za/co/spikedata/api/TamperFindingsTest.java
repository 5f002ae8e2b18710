package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** A tenant decides who is told of what speaks for a change to a file. */
@PortalTest
class TamperFindingsTest {
    private static final String UNKNOWN = "unknown";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private People people;

    private NewTenant tenant;
    private Browserless administrator;
    private Browserless member;
    private Program program;
    private byte[] pdf;

    @BeforeEach
    void aFileIsSavedAgain() throws IOException {
        tenant = NewTenant.create(port, "find");
        administrator = tenant.administrator(people, port);
        people.add(tenant.id(), "m@example.com", PortalTest.PASSWORD, Person.Role.MEMBER);
        member = new Browserless(port, tenant.host()).signIn("m@example.com", PortalTest.PASSWORD);
        program = new Program(port).with(new Holder(portal, tenant.id().value()).pair().secret());
        pdf = savedAgain(Samples.statement(Layout.FNB, Wish.usual(4)).pdf());
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, true, true",
        "everyone, true, true, true",
        "administrators, true, false, true",
        "nobody, false, false, false"
    })
    @DisplayName(
            "pages, files and programs tell of findings to whom the tenant says, and nobody else")
    void areTheirsWhomTheTenantSays(
            String who, boolean inCharge, boolean others, boolean programs) {
        apply(Map.of("tamperFindings", who));

        assertSeen(administrator, inCharge);
        assertSeen(member, others);

        var documents = Documents.of(program);
        var brought = documents.ended(pdf);
        var json = Documents.json(documents.get(brought + "/result"));
        assertThat(isTold(json)).isEqualTo(programs);
        var envelope = program.envelope("/pdf2", Program.body(pdf));
        assertThat(envelope.get("data").get("transactions").size()).isPositive();
        assertThat(envelope.findValue("authenticity").stringValue().equals(UNKNOWN))
                .isEqualTo(!programs);
    }

    @Test
    void areUnderTheSameSignatureWhoeverIsTold() {
        apply(Map.of("tamperFindings", "nobody"));
        var file = member.get(read(member) + "/download.json").body();

        var checked =
                new UploadForm(member)
                        .file("f.json", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .send("/verify");
        assertThat(checked.body()).contains("This result is ours");
    }

    private void assertSeen(Browserless who, boolean seen) {
        var statement = read(who);
        assertThat(who.page(statement).select(".findings li").isEmpty()).isEqualTo(!seen);
        var json = Program.JSON.readTree(who.get(statement + "/download.json").body());
        assertThat(isTold(json)).isEqualTo(seen);
    }

    private static boolean isTold(JsonNode result) {
        var authenticity = result.get("authenticity");
        boolean isTold = !authenticity.get("signals").isEmpty();
        assertThat(authenticity.get("kind").stringValue().equalsIgnoreCase(UNKNOWN))
                .isEqualTo(!isTold);
        return isTold;
    }

    private String read(Browserless who) {
        var statement = new UploadForm(who).file("march.pdf", pdf).sendAndFollow();
        UploadForm.await(() -> who.get(statement + "/download.json").statusCode() == 200);
        return statement;
    }

    private void apply(Map<String, String> more) {
        var edit = new java.util.HashMap<>(more);
        edit.putAll(Map.of("name", "Lenders", "fromName", "L", "supportEmail", "h@example.com"));
        var kept = Browserless.location(administrator.post("/settings", edit));
        administrator.post(kept + "/apply", Map.of());
    }

    /** With the content of its first page written anew behind the bank's own end of the file. */
    private static byte[] savedAgain(byte[] honest) throws IOException {
        try (var document = Loader.loadPDF(honest)) {
            var content = document.getPage(0).getContentStreams().next();
            byte[] bytes = content.toByteArray();
            try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(bytes);
            }
            content.getCOSObject().setNeedToBeUpdated(true);
            var later = new ByteArrayOutputStream();
            document.saveIncremental(later);
            return later.toByteArray();
        }
    }
}
