package za.co.spikedata.statements;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import za.co.spikedata.identity.Person;
import za.co.spikedata.retention.Receipt;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.tenancy.Dates;

/** Signed receipts of what was deleted, for the one it belonged to. */
@Controller
class ReceiptPages {
    private static final int MOST_SHOWN = 200;
    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

    private final Receipts receipts;

    ReceiptPages(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * A receipt as a page shows it.
     *
     * @param kind key of the text that says what was deleted
     * @param rule key of the text that says why
     * @param when in words
     */
    record ReceiptView(
            UUID id,
            String kind,
            UUID subject,
            String rule,
            String when,
            Instant begun,
            boolean isComplete,
            String signed) {
        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.id(),
                    "receipt.kind." + receipt.kind(),
                    receipt.subject(),
                    "receipt.rule." + receipt.rule(),
                    Dates.minute(receipt.begun()),
                    receipt.begun(),
                    receipt.isComplete(),
                    receipt.signed());
        }
    }

    @GetMapping("/receipts")
    String list(Person person, Model model) {
        model.addAttribute(
                "receipts",
                receipts.of(person.tenant(), person.id().value(), MOST_SHOWN).stream()
                        .map(ReceiptView::of)
                        .toList());
        return "statements/receipts";
    }

    @GetMapping("/receipts/{id}")
    String show(Person person, @PathVariable String id, Model model) {
        model.addAttribute("receipt", ReceiptView.of(find(person, id)));
        return "statements/receipt";
    }

    @GetMapping("/receipts/{id}/progress")
    String progress(Person person, @PathVariable String id, Model model) {
        model.addAttribute("receipt", ReceiptView.of(find(person, id)));
        return "statements/_receipt :: receipt";
    }

    @GetMapping("/receipts/{id}/receipt.jws")
    ResponseEntity<byte[]> file(Person person, @PathVariable String id) {
        var receipt = find(person, id);
        if (!receipt.isComplete()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(JOSE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + receipt.id() + ".jws")
                                .build()
                                .toString())
                .body(receipt.signed().getBytes(StandardCharsets.US_ASCII));
    }

    private Receipt find(Person person, String id) {
        return DocumentId.parse(id)
                .flatMap(
                        known -> receipts.find(person.tenant(), person.id().value(), known.value()))
                .orElseThrow(NotFound::new);
    }
}
