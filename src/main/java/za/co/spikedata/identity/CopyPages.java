package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.retention.OwnCopies;
import za.co.spikedata.tenancy.Tenant;

/** A copy of all that the portal holds of whoever asks, against their password. */
@Controller
class CopyPages {
    private final PasswordProof proof;
    private final OwnCopies copies;
    private final Clock clock;

    CopyPages(PasswordProof proof, OwnCopies copies, Clock clock) {
        this.proof = proof;
        this.copies = copies;
        this.clock = clock;
    }

    @PostMapping("/profile/copy")
    void copy(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response)
            throws IOException {
        if (!proof.isGiven(person, password)) {
            sendBack("proof", response);
            return;
        }
        var turn = copies.turn(tenant, person.id().value());
        if (turn.isEmpty()) {
            sendBack("copies", response);
            return;
        }
        try (var copy = turn.get()) {
            response.setContentType("application/zip");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name()).build().toString());
            copy.write(response.getOutputStream());
        }
    }

    private String name() {
        return "my-data-" + LocalDate.now(clock.withZone(ZoneOffset.UTC)) + ".zip";
    }

    private static void sendBack(String problem, HttpServletResponse response) {
        response.setHeader(HttpHeaders.LOCATION, "/profile?problem=" + problem);
        response.setStatus(HttpServletResponse.SC_FOUND);
    }
}
