package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultSettings;

@PortalTest
class StatementPagesTest {
    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantDatabase database;
    @Autowired private S3Client s3;
    @Autowired private VaultSettings vault;

    private Browserless person;

    @BeforeEach
    void signIn() {
        person = new Browserless(port, "app.localhost").signIn();
    }

    @Test
    void provesAnUploadedStatement() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));

        assertThat(person.page(page).select(".sentence").first().wholeText())
                .contains("1\u00A0204.33", "988.10");
        assertThat(person.page(page).select("table.transactions tbody tr")).hasSize(4);
    }

    @Test
    void offersTheResultAsFiles() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));

        var csv = person.get(page + "/download.csv?layout=debit2");

        assertThat(csv.body())
                .startsWith("\"date\",\"description\",\"amount\",\"balance\"\n")
                .contains("\"2026-03-07\",\"Rent March\",\"-4100.00\",\"2104.33\"");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("march.csv");
        assertThat(person.get(page + "/download.xlsx").body()).startsWith("PK");
        assertThat(person.get(page + "/download.json").body()).contains("PROVEN");
    }

    @Test
    @DisplayName("HDR-09 no address gives an upload back; what it gives is ours, and is saved")
    void givesNoUploadBack() {
        var planted = "<script>planted()</script>";
        var polyglot = PaperStatement.plain();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(polyglot);
        bytes.writeBytes(("\n%" + planted).getBytes(StandardCharsets.UTF_8));
        var upload = new UploadForm(person).file("march.html", bytes.toByteArray());
        var page = read(upload);
        var addresses = new ArrayList<>(List.of(page, page + "/progress", page + "?q=planted"));
        for (var form : List.of("csv", "xlsx", "json")) {
            addresses.add(page + "/download." + form);
            addresses.add(
                    "/statements/download?ids=" + page.replaceFirst(".*/", "") + "&format=" + form);
        }
        for (var guess :
                List.of(".pdf", "/original", "/original.pdf", "/march.html", "/download.pdf")) {
            assertThat(person.get(page + guess).statusCode()).as(guess).isEqualTo(404);
        }

        for (var address : addresses) {
            var answer = person.get(address);
            var type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body()).as(address).doesNotContain(planted, "%PDF-");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            if (address.contains("download")) {
                assertThat(type).as(address).doesNotContain("html");
                assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                        .as(address)
                        .startsWith("attachment;");
            }
        }
    }

    @Test
    void findsRowsByTheirText() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));

        assertThat(person.page(page + "?q=corner").select("table.transactions tbody tr"))
                .hasSize(2);
        assertThat(person.get(page + "?q=%3Cb%3E&sort=nonsense&page=-1&account=x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersEachFileOfAnUpload() {
        var page =
                new UploadForm(person)
                        .file("zero.pdf", new byte[0])
                        .file("letter.pdf", "Dear bank".getBytes(StandardCharsets.UTF_8))
                        .file("march.pdf", PaperStatement.plain())
                        .file("torn.pdf", "%PDF-1.7 torn".getBytes(StandardCharsets.UTF_8))
                        .sendAndFollow();
        UploadForm.await(() -> !isRunning(page));

        assertThat(person.page(page).select(".files li .badge").eachText())
                .containsExactly("Not read", "Not read", "Proven", "Not read");
    }

    @Test
    void downloadsAWholeUpload() {
        var form = new UploadForm(person);
        for (int i = 0; i < 3; i++) {
            form.file("march" + i + ".pdf", PaperStatement.plain());
        }
        var page = read(form);

        assertThat(person.get(page + "/download?format=csv").body().lines()).hasSize(13);
        assertThat(person.get(page + "/download?format=xlsx&combine=false").body())
                .startsWith("PK");
    }

    @Test
    void opensALockedFileWithItsPasswordAndKeepsItNowhere() {
        var page = read(new UploadForm(person).file("locked.pdf", PaperStatement.locked("s3cret")));
        assertThat(person.page(page).select("input[name=password]")).hasSize(1);

        person.post(page + "/password", Map.of("password", "wrong"));
        assertThat(person.page(page).select("[role=alert]").text()).contains("did not open");

        person.post(page + "/password", Map.of("password", "s3cret"));
        assertThat(person.page(page).select(".badge").eachText()).contains("Proven");
    }

    @Test
    void triesThePasswordOnTheRestOfTheUploadWhenAsked() {
        var upload =
                read(
                        new UploadForm(person)
                                .file("a.pdf", PaperStatement.locked("one"))
                                .file("b.pdf", PaperStatement.locked("one"))
                                .file("c.pdf", PaperStatement.locked("other")));
        var first = person.page(upload).select("a.file-name").getFirst().attr("href");

        person.post(first + "/password", Map.of("password", "one", "rest", "true"));

        assertThat(person.page(upload).select(".files li .badge").eachText())
                .containsExactly("Proven", "Proven", "Needs a password");
    }

    @Test
    void deletesForGood() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));
        var keys =
                texts(
                        """
                        select v.id::text from vault_document v
                        join statements_document d on v.id in (d.vault_id, d.original_id)
                        where d.id = '%s'
                        """
                                .formatted(page.substring(page.lastIndexOf('/') + 1)));
        var theirs = "from vault_document where id::text in ('" + String.join("','", keys) + "')";
        var names = texts("select object_name " + theirs + " and object_name is not null");
        assertThat(objects()).containsAll(names);

        var receipt = Browserless.location(person.post(page + "/delete", Map.of()));

        assertThat(person.get(page).statusCode()).isEqualTo(404);
        while (person.get(receipt + "/receipt.jws").statusCode() != 200) {
            assertThat(person.get(receipt).statusCode()).isEqualTo(200);
        }
        assertThat(names).isNotEmpty();
        assertThat(objects()).doesNotContainAnyElementsOf(names);
        assertThat(count("select count(*) " + theirs)).isZero();
    }

    @Test
    @org.junit.jupiter.api.DisplayName("LOG-09 writes down whose statement was seen or taken away")
    void writesDownWhatWasSeen() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));
        var id = page.substring(page.lastIndexOf('/') + 1);
        person.get(page);
        person.get(page + "/download.csv");

        for (var action : new String[] {"statement.viewed", "statement.downloaded"}) {
            assertThat(
                            count(
                                    "select count(*) from audit_event where action = '%s' and subject = '%s'"
                                            .formatted(action, id)))
                    .isEqualTo(1);
        }
    }

    @Test
    void hidesEachDocumentFromOtherTenants() {
        var page = read(new UploadForm(person).file("march.pdf", PaperStatement.plain()));
        var other = new Browserless(port, "acme.localhost").signIn();

        for (var end : new String[] {"", "/progress", "/download.csv", "/download.json"}) {
            assertThat(other.get(page + end).statusCode()).isEqualTo(404);
            assertThat(other.get("/statements/" + java.util.UUID.randomUUID() + end).statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/statements/no-id" + end).statusCode()).isEqualTo(404);
        }
        assertThat(other.post(page + "/delete", Map.of()).statusCode()).isEqualTo(404);
        assertThat(person.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNothingReadableAtRest() {
        read(new UploadForm(person).file("Thandi-march.pdf", PaperStatement.plain()));

        assertThat(
                        count(
                                """
                                select count(*) from statements_document d
                                where position('Thandi' in d::text) > 0
                                    or position(convert_to('Thandi', 'UTF8') in d.sealed_name) > 0
                                """))
                .isZero();
    }

    @Test
    void saysSoWhenNoFileWasChosen() {
        var answer = new UploadForm(person).file("", new byte[0]).send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(notice(answer)).startsWith("No file");
        assertThat(notice(person.post("/statements", Map.of()))).startsWith("No file");
    }

    @Test
    @DisplayName("UPL-08 answers a broken form with 400 and says so")
    void saysSoWhenAnUploadIsBroken() {
        var pdf = PaperStatement.plain();
        for (var answer :
                List.of(
                        new UploadForm(person).file("", new byte[0]).unended("/statements"),
                        new UploadForm(person).file("a.pdf", pdf).unended("/statements"),
                        new UploadForm(person).longHeader().send(),
                        new UploadForm(person).file("a.pdf", pdf).longHeader().send())) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(notice(answer)).startsWith("The upload broke off");
        }
    }

    private static String notice(HttpResponse<String> answer) {
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("[data-uploaded]")).as("for the form's script").hasSize(1);
        return page.select(".notice.bad[role=alert]").text();
    }

    @Test
    void refusesAnUploadWithoutItsToken() {
        var answer =
                new UploadForm(person, "forged").file("march.pdf", PaperStatement.plain()).send();

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void writesDocumentJobAndAuditLineForEachFile() {
        int before = count("select count(*) from audit_event where action = 'statement.uploaded'");

        read(
                new UploadForm(person)
                        .file("a.pdf", PaperStatement.plain())
                        .file("b.pdf", PaperStatement.plain()));

        assertThat(count("select count(*) from audit_event where action = 'statement.uploaded'"))
                .isEqualTo(before + 2);
    }

    private String read(UploadForm form) {
        var page = form.sendAndFollow();
        UploadForm.await(() -> !isRunning(page));
        return page;
    }

    private boolean isRunning(String page) {
        return person.page(page + "/progress").select("[hx-trigger]").hasAttr("hx-trigger");
    }

    private int count(String sql) {
        return database.call(
                new TenantId("spike"), () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private List<String> texts(String sql) {
        return database.call(new TenantId("spike"), () -> jdbc.sql(sql).query(String.class).list());
    }

    private List<String> objects() {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(vault.bucket()))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }
}
