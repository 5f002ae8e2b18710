package za.co.spikedata.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.vault.PlatformSecrets;

/** Says what an answer costs, and what makes it the same as one that was paid before. */
@Component
class Charges {
    /** A statement that was read is paid for in every form. */
    private static final String READ = "read";

    private final PlatformSecrets secrets;

    Charges(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    Ledger.Charge of(Client client, Exchange exchange, PdfReads.Result.Known known) {
        var form = exchange.form();
        var told = form.told(known.outcome());
        var code = form.code(told);
        return new Ledger.Charge(
                exchange.id(),
                client.credential(),
                code.wire(),
                form.tenths(told),
                known.file().map(file -> fingerprint(file, code)));
    }

    /** A document's result, once for all requests for it. */
    Ledger.Charge of(Client client, TakingTable.Taking taking, Outcome outcome) {
        var told = Form.PDF2.told(outcome);
        var code = Form.PDF2.code(told);
        var name = "result of " + taking.document() + " " + code.wire();
        return new Ledger.Charge(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)),
                client.credential(),
                code.wire(),
                Form.PDF2.tenths(told),
                Optional.of(fingerprint(taking.fileHash(), code)));
    }

    private byte[] fingerprint(byte[] file, Code code) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(file);
        both.writeBytes(
                (code.isSuccess() ? READ : code.wire()).getBytes(StandardCharsets.US_ASCII));
        return secrets.fingerprint("charges", both.toByteArray());
    }
}
