package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.errorstore.SupportQueue;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;

@PortalTest
class AnsweredFailuresTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private SupportQueue queue;
    private Program program;
    private Documents documents;

    @BeforeEach
    void keysAreMade() {
        program = new Program(port).with(new Holder(portal, "acme").pair().secret());
        documents = Documents.of(program);
    }

    @Test
    void areFiledOnceAndCanBeDeletedByWhoeverSentThem() {
        var before = kept();
        var failing = another(Samples.invoice().pdf());

        for (var path : List.of("/pdf", "/pdf2", "/pdf2test")) {
            assertThat(program.envelope(path, Program.body(failing)).get("code").stringValue())
                    .isEqualTo("pdf/fail/unknown-pdf");
        }
        var after = kept();
        assertThat(after).hasSize(before.size() + 1).containsAll(before);
        var id = after.stream().filter(each -> !before.contains(each)).findFirst().orElseThrow();
        assertThat(queue.find(UUID.fromString(id))).isPresent();
        var told = Documents.json(documents.get(Documents.ALL + "/" + id));
        assertThat(told.get("reason").stringValue()).isEqualTo("not-a-statement");

        documents.ask("DELETE", Documents.ALL + "/" + id, new byte[0]);
        assertThat(queue.find(UUID.fromString(id))).isEmpty();
        program.envelope("/pdf2", Program.body(failing));
        assertThat(kept()).hasSize(after.size()).doesNotContain(id);
    }

    @Test
    void areNoneWhereAPasswordMendsItOrNothingFailed() {
        var before = kept();
        var seed = UUID.randomUUID().getMostSignificantBits();

        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(seed), "geheim").pdf();
        program.envelope("/pdf2", Program.body(locked));
        program.envelope("/pdf2", Program.body(locked, "wrong"));
        program.envelope(
                "/pdf2", Program.body(Samples.statement(Layout.FNB, Wish.usual(seed)).pdf()));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void areFiledWithTheirRowsWhenTheyContradictThemselves() {
        var before = kept();
        var wish = Wish.usual(UUID.randomUUID().getMostSignificantBits());
        var pdf = Samples.contradicted(Layout.ABSA, wish, Samples.Misprint.BALANCE, 5).pdf();

        program.envelope("/pdf2", Program.body(pdf));

        var id = kept().stream().filter(each -> !before.contains(each)).findFirst().orElseThrow();
        var told = Documents.json(documents.get(Documents.ALL + "/" + id));
        assertThat(told.get("verdict").stringValue()).isEqualTo("contradicted");
        assertThat(queue.find(UUID.fromString(id))).isPresent();
    }

    private List<String> kept() {
        return Documents.json(documents.get(Documents.ALL + "?limit=100"))
                .get("documents")
                .valueStream()
                .map(each -> each.get("id").stringValue())
                .toList();
    }

    /** The same for every reader, and another file. */
    private static byte[] another(byte[] pdf) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(pdf);
        bytes.writeBytes(("\n%" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
