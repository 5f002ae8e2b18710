package za.co.spikedata.statements;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

/** The portal fetches no address that anybody gives it. */
@PortalTest
class FetchingTest {
    /** Goes to the authority of certificates that the settings name, and nowhere else. */
    private static final String OF_THE_SETTINGS = "za.co.spikedata.domains.Authority$Trusting$1";

    private static final ArchRule NOTHING_IS_FETCHED =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(OF_THE_SETTINGS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
                    .orShould()
                    .callMethod(URL.class, "openStream")
                    .orShould()
                    .callMethod(URL.class, "openConnection")
                    .orShould()
                    .callMethod(URL.class, "getContent");

    @LocalServerPort private int port;

    @Test
    @DisplayName("NET-14 no class of the portal has the means to fetch an address")
    void hasNoMeansToFetch() {
        var portal =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("za.co.spikedata");

        NOTHING_IS_FETCHED.check(portal);
        assertThat(
                        NOTHING_IS_FETCHED
                                .allowEmptyShould(true)
                                .evaluate(new ClassFileImporter().importClasses(Browserless.class))
                                .hasViolation())
                .isTrue();
    }

    @Test
    @DisplayName("NET-14 whatever spells loopback, wherever it is written, nobody comes to look")
    void comesToLookNowhere() throws IOException {
        var person = new Browserless(port, "app.localhost").signIn();
        var pages = new ArrayList<String>();
        try (var listening = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"))) {
            for (var host : spellings()) {
                var address = "http://" + host + ":" + listening.getLocalPort() + "/x";
                person.post("/profile/name", Map.of("name", address));
                person.post("/reset", Map.of("email", "a@" + host));
                person.get("/statements?show=" + encode(address) + "&url=" + encode(address));
                person.send(
                        person.request("/statements")
                                .header("Referer", address)
                                .header("X-Forwarded-Host", host)
                                .header("X-Original-URL", address)
                                .GET());
                pages.add(new UploadForm(person).file("a.pdf", pdf(address)).sendAndFollow());
            }
            for (var page : pages) {
                UploadForm.await(() -> person.page(page).select("[hx-trigger]").isEmpty());
            }

            listening.setSoTimeout(5_000);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Of GitLab's list of what a blocker of addresses must not be led astray by, and a name. */
    private static List<String> spellings() {
        return List.of(
                "127.0.0.1",
                "localhost",
                "app.localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "0.0.0.0",
                "0",
                "127.1",
                "127.000.000.001",
                "0x7f.0.0.1",
                "0x7f000001",
                "0177.0.0.1",
                "2130706433",
                "127.0.0.1.nip.io");
    }

    /** A page whose content, font, picture and actions are all said to lie at the address. */
    private static byte[] pdf(String address) {
        var there = "<< /FS /URL /F (" + address + ") >>";
        return """
        %%PDF-1.7
        1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (%1$s) >>
          /AA << /WC << /S /SubmitForm /F %2$s >> >> /AcroForm << /XFA 8 0 R /Fields [] >>
          /Metadata 8 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents [4 0 R 5 0 R]
          /Resources << /Font << /F1 6 0 R >> /XObject << /X 7 0 R >> >>
          /AA << /O << /S /GoToR /F %2$s /D [0 /Fit] >> >> >> endobj
        4 0 obj << /Length 0 /F %2$s >> stream
        endstream endobj
        5 0 obj << /Length 53 >> stream
        BT /F1 12 Tf 50 50 Td (1 Jan 10.00) Tj ET q /X Do Q
        endstream endobj
        6 0 obj << /Type /Font /Subtype /TrueType /BaseFont /Away /FontDescriptor
          << /Type /FontDescriptor /FontName /Away /Flags 32 /FontFile2 4 0 R >> >> endobj
        7 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8
          /ColorSpace /DeviceGray /Length 0 /F %2$s >> stream
        endstream endobj
        8 0 obj << /Type /Metadata /Subtype /XML /Length 120 >> stream
        <?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "%1$s">]><x>&y;</x>
        endstream endobj
        trailer << /Root 1 0 R >>
        """
                .formatted(address, there)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
