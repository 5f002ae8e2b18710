package za.co.spikedata.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.api.wire.Downloads;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.api.wire.Outcomes;
import za.co.spikedata.engine.csv.CsvReader;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.formats.CsvLayouts;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.PlatformSecrets;

/** Reads what a program sends, in the sandbox; only what fails is kept. */
@Component
class PdfReads {
    private static final Logger log = LoggerFactory.getLogger(PdfReads.class);

    private final Tenants tenants;
    private final Sandbox sandbox;
    private final InFlight inFlight;
    private final PlatformSecrets secrets;
    private final CsvReader downloads = CsvLayouts.shipped();
    private final Outcomes outcomes;
    private final AnsweredFailures failures;

    PdfReads(
            Tenants tenants,
            Sandbox sandbox,
            InFlight inFlight,
            PlatformSecrets secrets,
            Outcomes outcomes,
            AnsweredFailures failures) {
        this.tenants = tenants;
        this.sandbox = sandbox;
        this.secrets = secrets;
        this.inFlight = inFlight;
        this.outcomes = outcomes;
        this.failures = failures;
    }

    /** What came of it, or that it was too much to be looked at. */
    sealed interface Result {
        /**
         * @param file its keyed hash, when there was one
         */
        record Known(Outcome outcome, Optional<byte[]> file) implements Result {
            Known(Outcome outcome) {
                this(outcome, Optional.empty());
            }
        }

        record TooLarge() implements Result {}
    }

    Result read(Client client, Form form, InputStream body) throws IOException {
        var place = inFlight.enter(client);
        if (place.isEmpty()) {
            return new Result.Known(new Outcome.Failed(Code.TOO_MANY_REQUESTS));
        }
        try (var _ = place.get()) {
            return switch (PdfBody.read(body, longestBase64(client, form))) {
                case PdfBody.Sent.TooLarge _ -> new Result.TooLarge();
                case PdfBody.Sent.Unfit(var sentences) ->
                        new Result.Known(Outcomes.unfit(sentences));
                case PdfBody.Sent.Pdf pdf -> {
                    var hash = hash(client, pdf);
                    yield new Result.Known(read(client, form, pdf, hash), Optional.of(hash));
                }
            };
        }
    }

    /** Letters of base64 that a client's file may have at an address. */
    static int longestBase64(Client client, Form form) {
        return Math.min(form.longestBase64(), (client.plan().mostBytes() + 2) / 3 * 4);
    }

    private Outcome download(byte[] file) {
        try {
            return Downloads.outcome(downloads.read(file));
        } catch (RuntimeException failed) {
            log.error("Expected to read a download", failed);
            return new Outcome.Failed(Code.CSV_EXCEPTION);
        }
    }

    /** Of each tenant another, so that none of them tells of another's files. */
    private byte[] hash(Client client, PdfBody.Sent.Pdf pdf) {
        return secrets.fingerprint("files of " + client.tenant().value(), pdf.bytes());
    }

    private ReadResult shown(Client client, ReadResult result) {
        boolean isShown =
                tenants.find(client.tenant())
                        .filter(brand -> brand.tenant().tamperFindings().areShown(true))
                        .isPresent();
        return switch (result) {
            case ReadResult.Read read -> isShown ? read : read.withoutFindings();
            case ReadResult.Unreadable unreadable -> unreadable;
        };
    }

    private Outcome read(Client client, Form form, PdfBody.Sent.Pdf pdf, byte[] hash) {
        if (form == Form.CSV) {
            return download(pdf.bytes());
        }
        var owner = client.tenant().value();
        var result = sandbox.readBare(owner, pdf.bytes(), pdf.password());
        failures.file(client, pdf, hash, result);
        return outcomes.of(shown(client, result));
    }
}
