package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final String FIRST = "20260301-080000-000-00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "20260302-080000-000-00000000-0000-4000-8000-000000000002";
    private static final String MAIL =
            """
            Date: Sun, 1 Mar 2026 10:00:00 +0200
            From: Some Lenders <post@lenders.localhost>
            To: first@example.com
            Subject: =?UTF-8?Q?Caf=C3=A9?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Follow https://lenders.localhost:8443/invitation/x
            --a
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html; charset=UTF-8

            <p><img src="cid:logo@lenders.localhost"></p>
            --b
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-ID: <logo@lenders.localhost>

            AQID
            --b--
            --a--
            """;

    @TempDir Path outbox;
    private Mailbox mailbox;

    @BeforeEach
    void keepMail() throws IOException {
        mailbox = new Mailbox(new MailSettings(outbox));
        for (var name : new String[] {FIRST, SECOND}) {
            Files.writeString(outbox.resolve(name + ".eml"), MAIL.replace("\n", "\r\n"));
        }
        Files.writeString(outbox.resolve(SECOND + ".eml.part"), "half");
        Files.writeString(outbox.resolve("notes.eml"), "somebody's own");
    }

    @Test
    void listsMailsAndNothingElseTheNewestFirst() {
        assertThat(mailbox.newest(10))
                .extracting(Mailbox.Kept::name)
                .containsExactly(SECOND, FIRST);
        assertThat(mailbox.newest(1)).extracting(Mailbox.Kept::name).containsExactly(SECOND);
        assertThat(new Mailbox(new MailSettings(outbox.resolve("none"))).newest(1)).isEmpty();
    }

    @Test
    void readsAMailWithItsPicturesWithin() {
        var mail = mailbox.find(FIRST).orElseThrow();

        assertThat(mail.subject()).isEqualTo("Café");
        assertThat(mail.to()).isEqualTo("first@example.com");
        assertThat(mail.from()).isEqualTo("Some Lenders <post@lenders.localhost>");
        assertThat(mail.sent()).contains(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(mail.text()).contains("https://lenders.localhost:8443/invitation/x");
        assertThat(mail.html().orElseThrow())
                .contains("data:image/png;base64,AQID")
                .doesNotContain("cid:");
    }

    @Test
    void listsTheOthersWhereOneCannotBeRead() throws IOException {
        Files.writeString(
                outbox.resolve(SECOND + ".eml"),
                MAIL.replace("charset=UTF-8", "charset=none-such").replace("\n", "\r\n"));

        assertThat(mailbox.newest(10)).extracting(Mailbox.Kept::name).containsExactly(FIRST);
        assertThat(mailbox.find(SECOND)).isEmpty();
    }

    @Test
    void opensNoOtherFile() throws IOException {
        Files.writeString(outbox.resolveSibling("secret.eml"), MAIL);

        for (var name : new String[] {"../secret", "notes", "", FIRST + "/../" + SECOND, "x"}) {
            assertThat(mailbox.find(name)).as(name).isEmpty();
        }
    }
}
