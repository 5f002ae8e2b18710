package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Mail as a mail server receives it. */
@PortalTest
class OutboxTest {
    private static final String PRIMARY = "#1f5c7a";
    private static final TenantId ACME = new TenantId("acme");

    @LocalServerPort private int port;
    @Autowired private Outbox outbox;
    @Autowired private DispatchLog dispatches;
    @Autowired private Letters letters;
    @Autowired private Tenants tenants;
    @Autowired private Origins origins;

    @Test
    void saysTheSameInPlainTextAndInHtmlWithTheLogoWithin() throws Exception {
        var link = link(ACME, "/reset/some-token");
        var mail = sent(ACME, "reset", link);
        var page = html(mail);

        assertThat(mail.isMimeType("multipart/alternative")).isTrue();
        assertThat(MailServer.part(mail, "text/plain").replace("\r", ""))
                .contains("\n\n" + link + "\n\n");
        assertThat(page.select("td > a").eachAttr("href")).containsExactly(link);
        assertThat(page.select("td > a").text()).isEqualTo("Choose a new password");
        assertThat(page.text()).contains(tenants.find(ACME).orElseThrow().tenant().name(), link);
        var logo = (InputStream) MailServer.parts(mail, "image/png").getFirst();
        assertThat(ImageIO.read(new ByteArrayInputStream(logo.readAllBytes())).getWidth())
                .isEqualTo(64);
        assertThat(page.select("img").attr("src")).startsWith("cid:logo@");
        assertThat(mail.getMessageID()).endsWith("@acme.localhost>");
    }

    @Test
    void wearsTheTenantsColoursAndNobodyElses() {
        var typed = NewTenant.typed(NewTenant.name("post"));
        typed.putAll(Map.of("theme", "base", "primary", PRIMARY));
        var tenant =
                NewTenant.create(new Browserless(port, "admin.localhost").signIn(), typed).id();
        var colour = Colour.parse(PRIMARY).orElseThrow();

        var html = html(sent(tenant, "reset", link(tenant, "/reset/x"))).outerHtml();

        var used =
                Pattern.compile("#[0-9a-f]{6}")
                        .matcher(html)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList();
        var mine = Palette.of(colour, colour);
        assertThat(used)
                .contains(
                        mine.light().get("accent").hex(),
                        mine.dark().get("accent").hex(),
                        mine.dark().get("ground").hex());
        assertThat(mine.css() + "#ffffff #111111 #808080").contains(used);
    }

    @Test
    void letsNobodyWriteHeadersOrMarkup() throws Exception {
        var nasty = "x\r\nBcc: everybody@example.com\r\n\r\n<script>1</script>";
        var mail = sent(ACME, "certificate-ending", nasty, nasty, nasty);

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("x Bcc: everybody@example.com <script>");
        assertThat(html(mail).select("script")).isEmpty();
        assertThat(html(mail).select("h1").text()).contains("<script>1</script>");
    }

    /** Of each letter beyond Latin-1 a head would keep but the last eight bits. */
    @ParameterizedTest
    @DisplayName("INJ-05 INJ-07 no address is cut to another's, nor to a head of its own")
    @ValueSource(
            strings = {
                "\u5c71\u3042%s@example.jp",
                "%s\u4e40own.example\u4e0abcc\u4e3av\u4e40victim.example\u4e0ax\u4e3a@own.example",
                "%s,victim@own.example",
                "%s\u3164@example.com"
            })
    void writesToNoAddressThatServersMayNotTake(String form) {
        var mark = UUID.randomUUID().toString();
        int before = MailServer.raw().size();

        outbox.send(ACME, form.formatted(mark), "reset", link(ACME, "/reset/x"));

        sent(ACME, "reset", link(ACME, "/reset/y"));
        assertThat(
                        dispatches.newest(
                                new Dispatch.Asked(
                                        Optional.of(ACME), Optional.of(Dispatch.Show.GIVEN_UP)),
                                0,
                                1))
                .singleElement()
                .satisfies(given -> assertThat(given.fault()).contains(MailFault.REFUSED));
        assertThat(MailServer.raw().subList(before, MailServer.raw().size()))
                .allMatch(mail -> !new String(mail, StandardCharsets.ISO_8859_1).contains(mark));
    }

    @Test
    void writesToADomainByItsNameInDns() {
        var mark = UUID.randomUUID().toString();

        outbox.send(ACME, mark + "@b\u00fccher.example", "reset", link(ACME, "/reset/x"));

        assertThat(MailServer.awaitWhole(mark + "@xn--bcher-kva.example", "")).isNotNull();
    }

    @Test
    void makesAButtonOfNoAddressThatSomebodyTyped() {
        for (var typed : List.of("https://evil.example/pay", link(ACME, "/profile/leave"))) {
            var own = link(ACME, "/settings/acting");
            var page = html(sent(ACME, "acting-begun", "Sipho", 15, typed, own));

            assertThat(page.text()).contains(typed);
            assertThat(page.select("td > a").eachAttr("href")).containsExactly(own);
            assertThat(page.select("a").eachAttr("href")).doesNotContain(typed);
        }
    }

    @Test
    void findsTheAddressInASentenceOfATenantsOwn() {
        var brand = tenants.find(ACME).orElseThrow();
        var own = link(ACME, "/domains");
        var letter =
                letters.write(
                        brand, Locale.ENGLISH, "certificate-ending", "a host", "a day", own + ".");

        assertThat(letter.parts())
                .filteredOn(Letter.Action.class::isInstance)
                .singleElement()
                .isEqualTo(new Letter.Action(own + ".", own, "Bring the next certificate"));
    }

    /** Else nobody would see what the button does. */
    @Test
    void namesEveryActionInEveryLanguage() throws Exception {
        var lone = Pattern.compile("\\n\\n\\{\\d}(\\n\\n|$)");
        for (var language : List.of("", "_af", "_zu", "_xh")) {
            var texts = new Properties();
            try (var base =
                    Files.newBufferedReader(
                            Path.of("themes/base/messages" + language + ".properties"))) {
                texts.load(base);
            }
            assertThat(texts.stringPropertyNames())
                    .filteredOn(key -> key.matches("mail\\..*\\.text"))
                    .filteredOn(key -> lone.matcher(texts.getProperty(key)).find())
                    .hasSizeGreaterThan(10)
                    .allMatch(key -> texts.containsKey(key.replace(".text", ".action")));
        }
    }

    private MimeMessage sent(TenantId tenant, String kind, Object... values) {
        var to = UUID.randomUUID() + "@example.com";
        outbox.send(tenant, to, kind, values);
        return MailServer.awaitWhole(to, "");
    }

    private static Document html(MimeMessage mail) {
        return Jsoup.parse(MailServer.part(mail, "text/html"));
    }

    private String link(TenantId tenant, String path) {
        return origins.url(tenants.find(tenant).orElseThrow().tenant(), path);
    }
}
