package za.co.spikedata.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.openapi.Says;
import za.co.spikedata.openapi.Shape;
import za.co.spikedata.retention.Receipt;

/** A receipt of a deletion as programs are told of it. */
@Shape("Receipt")
record ReceiptView(
        UUID id,
        String kind,
        UUID document,
        Instant begun,
        boolean complete,
        @Says("A compact JWS, to be verified with the keys of the portal.")
                Optional<String> signed) {
    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id(),
                receipt.kind(),
                receipt.subject(),
                receipt.begun(),
                receipt.isComplete(),
                Optional.of(receipt.signed()).filter(_ -> receipt.isComplete()));
    }
}
