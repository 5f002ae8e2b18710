package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.support.PortalTest;

@PortalTest
class DocumentResultsTest {
    private static final Trace OF_TEXT = Trace.EMPTY;
    private static final Trace OF_PICTURES =
            new Trace(List.of(new Trace.Step("pages", "pictures 1", 1, "kept")));

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    private Holder holder;
    private Credentials.Made.Pair pair;
    private Documents documents;

    @BeforeEach
    void keysAreMade() {
        holder = new Holder(portal, "acme");
        pair = holder.pair();
        documents = Documents.of(new Program(port).with(pair.secret()));
    }

    @Test
    void givesNoRowsOfPicturesThatAreNotProven() throws IOException {
        var pdf =
                Samples.contradicted(Layout.ABSA, Wish.usual(21), Samples.Misprint.BALANCE, 5)
                        .pdf();
        var read = (ReadResult.Read) read(pdf);

        assertThat(read.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(documents.get(kept(pdf, read, OF_TEXT) + "/result").statusCode()).isEqualTo(200);
        var refused = documents.get(kept(pdf, read, OF_PICTURES) + "/result");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Documents.json(refused).get("type").stringValue())
                .isEqualTo("urn:problem-type:unread");
    }

    private ReadResult read(byte[] pdf) {
        return portal.getBean(Sandbox.class).read("test", pdf, Optional.empty(), Progress.NONE);
    }

    /** Its path, as if it had been read like this. */
    private String kept(byte[] pdf, ReadResult.Read read, Trace trace) throws IOException {
        var result =
                new ReadResult.Read(read.pages(), read.statements(), read.authenticity(), trace);
        var taken = new AtomicReference<UUID>();
        portal.getBean(ProgramDocuments.class)
                .file(
                        holder.tenant().id(),
                        pair.credential().id(),
                        pdf,
                        result,
                        false,
                        id -> {
                            portal.getBean(TakingTable.class)
                                    .insert(
                                            holder.tenant().id(),
                                            new TakingTable.Taking(
                                                    id,
                                                    pair.credential().id(),
                                                    id.toString()
                                                            .getBytes(StandardCharsets.US_ASCII)),
                                            Optional.empty(),
                                            Instant.now());
                            taken.set(id);
                        });
        return Documents.ALL + "/" + taken.get();
    }
}
