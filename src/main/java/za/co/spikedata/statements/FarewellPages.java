package za.co.spikedata.statements;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.retention.Receipt;
import za.co.spikedata.retention.ReceiptLinks;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.tenancy.Tenant;

/** What became of the things of somebody whose account is over, for whoever has the link. */
@Controller
class FarewellPages {
    private static final String ZIP = "application/zip";

    private final ReceiptLinks links;
    private final Receipts receipts;
    private final Holds holds;
    private final DocumentTable documents;

    FarewellPages(ReceiptLinks links, Receipts receipts, Holds holds, DocumentTable documents) {
        this.links = links;
        this.receipts = receipts;
        this.holds = holds;
        this.documents = documents;
    }

    /**
     * What is told.
     *
     * @param done deletions that are complete
     * @param all deletions that began
     * @param documents how many of them are of a document, not of something beside it
     * @param kept documents that a legal hold keeps
     */
    record FarewellView(String token, int done, int all, int documents, int kept) {
        public boolean isComplete() {
            return done == all;
        }
    }

    @GetMapping("/farewell/{token}")
    String show(
            Tenant tenant, @PathVariable String token, HttpServletResponse response, Model model) {
        tell(tenant, token, response, model);
        return "statements/farewell";
    }

    @GetMapping("/farewell/{token}/progress")
    String progress(
            Tenant tenant, @PathVariable String token, HttpServletResponse response, Model model) {
        tell(tenant, token, response, model);
        return "statements/_farewell :: farewell";
    }

    /** All receipts, a file each, as soon as there is no more to come. */
    @GetMapping("/farewell/{token}/receipts.zip")
    void files(Tenant tenant, @PathVariable String token, HttpServletResponse response)
            throws IOException {
        var owner = owner(tenant, token);
        var progress = receipts.progress(tenant.id(), owner, KeptStatements.KIND);
        if (progress.all() == 0 || progress.complete() < progress.all()) {
            throw new NotFound();
        }
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("receipts.zip").build().toString());
        zip(receipts.all(tenant.id(), owner), response.getOutputStream());
    }

    private void tell(Tenant tenant, String token, HttpServletResponse response, Model model) {
        response.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
        var owner = owner(tenant, token);
        var progress = receipts.progress(tenant.id(), owner, KeptStatements.KIND);
        model.addAttribute(
                "farewell",
                new FarewellView(
                        token,
                        progress.complete(),
                        progress.all(),
                        progress.ofKind(),
                        holds.isHeld(tenant.id(), owner)
                                ? documents.countMine(tenant.id(), new PersonId(owner), "all")
                                : 0));
    }

    private UUID owner(Tenant tenant, String token) {
        return links.owner(tenant.id(), token).orElseThrow(NotFound::new);
    }

    /** Written while it is gathered, and ended by hand: one that broke off is no ZIP. */
    private static void zip(Iterable<Receipt> all, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var receipt : all) {
            if (receipt.isComplete()) {
                zip.putNextEntry(new ZipEntry("receipt-" + receipt.id() + ".jws"));
                zip.write(receipt.signed().getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        zip.finish();
        zip.flush();
    }
}
