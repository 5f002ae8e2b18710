package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class UploadJourneyTest {
    private static final String[][] ROWS = {
        {"Date", "Description", "Amount", "Balance"},
        {"01/02/2026", "Opening balance", "", "100.00"},
        {"02/02/2026", "Salary Fynbos", "1,000.00", "1,100.00"},
        {"03/02/2026", "Rent Karee", "-600.00", "500.00"},
        {"04/02/2026", "Fuel N1 Garage", "-50.00", "450.00"},
        {"05/02/2026", "Interest", "2.50", "452.50"},
    };
    private static final int[] COLUMNS = {40, 130, 360, 470};

    @LocalServerPort private int port;

    @Test
    void provesAStatementOnBothBrandsAndDeletesIt() throws IOException {
        for (var host : new String[] {"app.localhost", "acme.localhost"}) {
            var person = new Browserless(port, host).signIn();

            var page = upload(person, "february.pdf", statement(ROWS));
            var result = finished(person, page);

            assertThat(result.select(".verdict.proven .sentence").text()).contains("4 rows");
            assertThat(result.select(".transactions tbody tr")).hasSize(4);
            assertThat(person.get(page + "/download.csv").body())
                    .contains("\"2026-02-03\",\"Rent Karee\",\"-600.00\",\"500.00\"")
                    .doesNotEndWith("\n");
            person.post(page + "/delete", Map.of());
            assertThat(person.get(page).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void pointsAtTheRowThatContradicts() throws IOException {
        var rows = new String[ROWS.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = ROWS[i].clone();
        }
        rows[3][3] = "501.00";
        var person = new Browserless(port, "app.localhost").signIn();

        var result = finished(person, upload(person, "wrong.pdf", statement(rows)));

        assertThat(result.select(".verdict.proven")).isEmpty();
    }

    @Test
    void answersWhatIsNoStatementKindly() {
        var person = new Browserless(port, "app.localhost").signIn();

        for (var content : new String[] {"", "MZ not a PDF", "%PDF-1.4 cut"}) {
            var page = upload(person, "bad.pdf", content.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(finished(person, page).select(".verdict.refused")).hasSize(1);
        }
    }

    @Test
    void hidesDocumentsFromOtherTenants() throws IOException {
        var person = new Browserless(port, "app.localhost").signIn();
        var page = upload(person, "mine.pdf", statement(ROWS));

        var other = new Browserless(port, "acme.localhost").signIn();

        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.get(page + "/download.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnUploadWithoutItsToken() {
        var person = new Browserless(port, "app.localhost").signIn();

        var response = send(person, "x.pdf", new byte[10], "wrong");

        assertThat(response.statusCode()).isEqualTo(403);
    }

    private static String upload(Browserless person, String name, byte[] content) {
        var response = send(person, name, content, person.token());
        assertThat(response.statusCode()).isEqualTo(302);
        var location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/statements"));
    }

    private static HttpResponse<String> send(
            Browserless person, String name, byte[] content, String token) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                ("\r\n--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                                + name
                                + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return person.send(
                person.request("/statements")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static Document finished(Browserless person, String page) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            var shown = Jsoup.parse(person.get(page).body());
            if (!shown.select("#document").isEmpty()
                    && shown.select("#document[hx-trigger]").isEmpty()) {
                return shown;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Expected the reading of " + page + " to end");
    }

    private static byte[] statement(String[][] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content = new PDPageContentStream(document, page)) {
                write(content, font, 40, 740, "Account number 62000001234");
                write(content, font, 40, 725, "Statement period 01/02/2026 to 28/02/2026");
                for (int row = 0; row < rows.length; row++) {
                    for (int column = 0; column < COLUMNS.length; column++) {
                        var text = rows[row][column];
                        float width = font.getStringWidth(text) / 1000 * 9;
                        float left = column < 2 ? COLUMNS[column] : COLUMNS[column] + 60 - width;
                        write(content, font, left, 690 - 14 * row, text);
                    }
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void write(
            PDPageContentStream content, PDType1Font font, float left, float bottom, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, 9);
        content.newLineAtOffset(left, bottom);
        content.showText(text);
        content.endText();
    }
}
