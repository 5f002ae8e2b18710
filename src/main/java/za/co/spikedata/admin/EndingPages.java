package za.co.spikedata.admin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.PasswordProof;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.retention.Ending;
import za.co.spikedata.retention.TenantEndings;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Where operators end a tenant for ever, and get the receipt for it. */
@Controller
@ConsoleOnly
class EndingPages {
    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

    private final TenantEndings endings;
    private final Suspensions suspensions;
    private final Tenants tenants;
    private final PasswordProof proof;
    private final PersonNames names;

    EndingPages(
            TenantEndings endings,
            Suspensions suspensions,
            Tenants tenants,
            PasswordProof proof,
            PersonNames names) {
        this.endings = endings;
        this.suspensions = suspensions;
        this.tenants = tenants;
        this.proof = proof;
        this.names = names;
    }

    /** How far an end is. */
    enum State {
        COMPLETE,
        HELD,
        UNDER_WAY
    }

    /** A tenant that ended, as the list shows it. */
    record EndingView(
            String id,
            String tenant,
            String name,
            String reason,
            String by,
            String begun,
            State state) {}

    @GetMapping("/tenants/ended")
    String ended(Person person, Model model) {
        var all = endings.of(person.tenant());
        var operators = names.emails(person.tenant(), all.stream().map(Ending::by).toList());
        model.addAttribute(
                "endings",
                all.stream()
                        .map(ending ->
                                new EndingView(
                                        ending.id().toString(),
                                        ending.tenant().value(),
                                        ending.name(),
                                        ending.reason(),
                                        operators.getOrDefault(ending.by(), ""),
                                        Moments.text(ending.begun()),
                                        state(ending)))
                        .toList());
        return "admin/ended-tenants";
    }

    private State state(Ending ending) {
        if (ending.isComplete()) {
            return State.COMPLETE;
        }
        return endings.isHeld(ending.tenant()) ? State.HELD : State.UNDER_WAY;
    }

    @GetMapping("/tenants/ended/{id}/receipt.jws")
    ResponseEntity<byte[]> receipt(Person person, @PathVariable String id) {
        var ending =
                found(
                        Ids.parse(id)
                                .flatMap(known -> endings.find(person.tenant(), known))
                                .filter(Ending::isComplete));
        return ResponseEntity.ok()
                .contentType(JOSE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + ending.tenant() + ".jws")
                                .build()
                                .toString())
                .body(ending.receipt().getBytes(StandardCharsets.US_ASCII));
    }

    @GetMapping("/tenants/{id}/end")
    String ask(@PathVariable String id, Model model) {
        return shown(Portals.of(tenants, id), "", model);
    }

    private String shown(Tenant portal, String problem, Model model) {
        model.addAttribute("id", portal.id().value());
        model.addAttribute("name", portal.name());
        model.addAttribute("hosts", portal.hosts());
        model.addAttribute("isOpen", !suspensions.isSuspended(portal.id()));
        model.addAttribute("isHeld", endings.isHeld(portal.id()));
        model.addAttribute("problem", problem);
        return "admin/end-tenant";
    }

    /**
     * @param typed the tenant's name, so that none ends by a slip
     */
    @PostMapping("/tenants/{id}/end")
    String end(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        var portal = Portals.of(tenants, id);
        if (!typed.strip().equals(portal.name())) {
            return shown(portal, "NOT_TYPED", model);
        }
        var why = Reasons.of(reason);
        if (why.isEmpty()) {
            return shown(portal, "NO_REASON", model);
        }
        if (!proof.isGiven(person, password)) {
            return shown(portal, "NO_PROOF", model);
        }
        return switch (endings.order(person.tenant(), person.id().toString(), portal, why.get())) {
            case ORDERED -> "redirect:/tenants/ended";
            case OPEN, HELD -> shown(portal, "", model);
        };
    }

    private static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
