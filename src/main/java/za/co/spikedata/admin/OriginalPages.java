package za.co.spikedata.admin;

import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Ids;

/** A failing PDF itself: support asks for it, and looks at it while it is let. */
@Controller
@ConsoleOnly
class OriginalPages {
    private static final int LONGEST_REASON = 300;

    private final BreakGlass glass;

    OriginalPages(BreakGlass glass) {
        this.glass = glass;
    }

    @PostMapping("/failures/cases/{id}/original")
    String ask(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason) {
        var document = failure(id);
        var why = Reasons.of(reason, LONGEST_REASON);
        if (why.isEmpty()) {
            return "redirect:/failures/cases/" + id + "?notice=NO_REASON#original";
        }
        glass.ask(person, document, why.get());
        return "redirect:/failures/cases/" + id + "#original";
    }

    @GetMapping("/failures/cases/{id}/original.pdf")
    ResponseEntity<byte[]> look(Person person, @PathVariable String id) throws IOException {
        var pdf = glass.look(person, failure(id)).orElseThrow(OriginalPages::nothing);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("original-" + id + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private UUID failure(String id) {
        return Ids.parse(id)
                .filter(known -> glass.isAllowed(known).isPresent())
                .orElseThrow(OriginalPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
