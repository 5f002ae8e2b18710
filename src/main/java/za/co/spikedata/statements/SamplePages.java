package za.co.spikedata.statements;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Person;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Sample;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.statements.upload.Arrival;
import za.co.spikedata.statements.upload.FileName;
import za.co.spikedata.statements.view.Choice;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Invented statements to try the portal with, on tenants that are a demo. */
@Controller
class SamplePages {
    private static final Wish WISH = Wish.usual(7);

    /** What a sample shows; each is printed in another bank's layout. */
    private enum Kind {
        PROVEN,
        CONTRADICTED;

        Sample sample() {
            return switch (this) {
                case PROVEN -> Samples.statement(Layout.STANDARD_BANK, WISH);
                case CONTRADICTED ->
                        Samples.contradicted(
                                Layout.NEDBANK, WISH, Samples.Misprint.AMOUNT, WISH.rows() / 2);
            };
        }

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Uploads uploads;
    private final Tenants tenants;

    SamplePages(Uploads uploads, Tenants tenants) {
        this.uploads = uploads;
        this.tenants = tenants;
    }

    /** The samples a tenant's people may try. */
    static List<Choice> of(Tenants tenants, TenantId tenant) {
        return isDemo(tenants, tenant)
                ? Arrays.stream(Kind.values())
                        .map(kind -> new Choice(kind.value(), "sample." + kind.value(), false))
                        .toList()
                : List.of();
    }

    /** Uploads a sample as if the person had chosen it from their files. */
    @PostMapping("/statements/sample")
    String take(Person person, @RequestParam(defaultValue = "") String kind) {
        var sample = find(person, kind).sample();
        var arrival =
                new Arrival.Accepted(
                        FileName.of(sample.name() + ".pdf"),
                        new ByteArrayInputStream(sample.pdf()));
        return "redirect:/statements/" + uploads.take(Bringer.of(person), arrival);
    }

    @GetMapping("/statements/samples/{kind}.pdf")
    ResponseEntity<byte[]> file(Person person, @PathVariable String kind) {
        var sample = find(person, kind).sample();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sample.name() + ".pdf")
                                .build()
                                .toString())
                .body(sample.pdf());
    }

    private Kind find(Person person, String value) {
        if (!isDemo(tenants, person.tenant())) {
            throw new NotFound();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.value().equals(value))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static boolean isDemo(Tenants tenants, TenantId tenant) {
        return tenants.find(tenant).filter(brand -> brand.tenant().demo()).isPresent();
    }
}
