package za.co.spikedata.api;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.statements.ProgramDocuments;

/** Keeps what failed while a program waited for its answer, each file once while it is kept. */
@Component
class AnsweredFailures {
    private static final Logger log = LoggerFactory.getLogger(AnsweredFailures.class);

    private final ProgramDocuments documents;
    private final TakingTable table;
    private final Clock clock;

    AnsweredFailures(ProgramDocuments documents, TakingTable table, Clock clock) {
        this.documents = documents;
        this.table = table;
        this.clock = clock;
    }

    /** The answer matters more: whatever goes wrong here is told to the log alone. */
    void file(Client client, PdfBody.Sent.Pdf pdf, byte[] hash, ReadResult result) {
        try {
            if (ProgramDocuments.keeps(result) && table.newest(client.tenant(), hash).isEmpty()) {
                write(client, pdf, hash, result);
            }
        } catch (IOException | RuntimeException failed) {
            log.error("Expected to keep what failed", failed);
        }
    }

    private void write(Client client, PdfBody.Sent.Pdf pdf, byte[] hash, ReadResult result)
            throws IOException {
        documents.file(
                client.tenant(),
                client.credential(),
                pdf.bytes(),
                result,
                pdf.password().isPresent(),
                id ->
                        table.insert(
                                client.tenant(),
                                new TakingTable.Taking(id, client.credential(), hash),
                                Optional.empty(),
                                clock.instant()));
    }
}
