package za.co.spikedata.domains;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/** A tenant's administrators bring hosts of their own, and say which of them people are sent to. */
@Controller
class DomainPages {
    private static final Set<String> NOTICES =
            Set.of(
                    "PROVEN",
                    "HELD",
                    "NOT_YET",
                    "NO_ANSWER",
                    "NO_HOST",
                    "OURS",
                    "TAKEN",
                    "TOO_MANY",
                    "REMOVED",
                    "ONLY",
                    "CHANGED",
                    "NOT_TYPED",
                    "NOT_SEEN",
                    "CERTIFIED");
    private static final Set<String> GOOD =
            Set.of("PROVEN", "HELD", "REMOVED", "CHANGED", "CERTIFIED");

    private final Domains domains;
    private final Proofs proofs;
    private final DomainCertificates certificates;
    private final Authority authority;
    private final Clock clock;

    DomainPages(
            Domains domains,
            Proofs proofs,
            DomainCertificates certificates,
            Authority authority,
            Clock clock) {
        this.domains = domains;
        this.proofs = proofs;
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * A host that is served or sends browsers on, as the list shows it.
     *
     * @param isOwn it was brought, and can be taken away again
     * @param until when its certificate ends; empty: it has none of its own
     * @param certificate where its certificate is from
     * @param fault why the authority issued none; empty: it was not asked or did
     * @param doubted what DNS would have to say again
     */
    record HostView(
            String host,
            boolean isFirst,
            boolean isFormer,
            boolean isOwn,
            String until,
            String certificate,
            String fault,
            Optional<ClaimView> doubted) {
        public String use() {
            return isFormer ? "former" : isFirst ? "first" : "served";
        }
    }

    /** A host that DNS has yet to prove. */
    record ClaimView(String host, String recordName, String recordValue, String since) {}

    @GetMapping("/domains")
    String domains(Tenant tenant, @RequestParam(defaultValue = "") String notice, Model model) {
        return shown(tenant, NOTICES.contains(notice) ? notice : "", model);
    }

    @PostMapping("/domains")
    String claim(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String host,
            Model model) {
        var outcome = domains.claim(person.tenant(), person.id().toString(), host);
        return outcome == Domains.Outcome.CLAIMED || GOOD.contains(outcome.name())
                ? told(outcome)
                : shown(tenant, outcome.name(), model);
    }

    @PostMapping("/domains/{host}/look")
    String look(Person person, @PathVariable String host) {
        var claim = find(person, host);
        return told(
                claim.isDoubted()
                        ? proofs.lookNow(person.tenant(), claim)
                        : domains.look(person.tenant(), claim));
    }

    @PostMapping("/domains/{host}/order")
    String order(Person person, @PathVariable String host) {
        domains.order(person.tenant(), find(person, host).host());
        return "redirect:/domains";
    }

    @PostMapping("/domains/{host}/first")
    String prefer(
            Person person, Tenant tenant, @PathVariable String host, HttpServletRequest request) {
        var known = ofTenant(tenant, host);
        return changed(
                domains.prefer(person.tenant(), person.id().toString(), known, seen(request)));
    }

    @PostMapping("/domains/{host}/serve")
    String serve(Person person, Tenant tenant, @PathVariable String host) {
        domains.serve(person.tenant(), person.id().toString(), ofTenant(tenant, host));
        return "redirect:/domains?notice=CHANGED";
    }

    @PostMapping("/domains/{host}/forward")
    String forward(
            Person person, Tenant tenant, @PathVariable String host, HttpServletRequest request) {
        var known = ofTenant(tenant, host);
        return changed(
                domains.forward(person.tenant(), person.id().toString(), known, seen(request)));
    }

    private static String changed(boolean isDone) {
        return isDone ? "redirect:/domains?notice=CHANGED" : "redirect:/domains?notice=NOT_SEEN";
    }

    private static String seen(HttpServletRequest request) {
        return request.getServerName().toLowerCase(Locale.ROOT);
    }

    /**
     * @param typed the host again, since whoever comes by it finds nothing from then on
     */
    @PostMapping("/domains/{host}/remove")
    String remove(
            Person person,
            @PathVariable String host,
            @RequestParam(defaultValue = "") String typed,
            HttpServletRequest request) {
        var claim = find(person, host);
        if (claim.isProven() && !typed.strip().equalsIgnoreCase(claim.host())) {
            return "redirect:/domains?notice=NOT_TYPED";
        }
        return domains.remove(person.tenant(), person.id().toString(), claim, seen(request))
                ? "redirect:/domains?notice=REMOVED"
                : "redirect:/domains?notice=ONLY";
    }

    @PostMapping("/domains/{host}/certificate")
    String certify(
            Person person,
            Tenant tenant,
            @PathVariable String host,
            @RequestParam(defaultValue = "") String chain,
            @RequestParam(defaultValue = "") String key,
            Model model) {
        var claim = find(person, host);
        if (!claim.isProven()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (CertificateReader.read(chain, key, claim.host(), clock.instant())) {
            case CertificateReader.Outcome.Fit(var certificate) -> {
                certificates.keep(
                        person.tenant(), person.id().toString(), claim.host(), certificate);
                yield "redirect:/domains?notice=CERTIFIED";
            }
            case CertificateReader.Outcome.Unfit(var faults) -> {
                model.addAttribute("faults", faults);
                model.addAttribute("faulty", claim.host());
                yield shown(tenant, "", model);
            }
        };
    }

    private String shown(Tenant tenant, String notice, Model model) {
        model.addAttribute("notice", notice);
        var claims = domains.of(tenant.id());
        var hosts = new ArrayList<HostView>();
        for (var host : tenant.allHosts()) {
            var claim =
                    claims.stream()
                            .filter(each -> each.isProven() && each.host().equals(host))
                            .findFirst();
            hosts.add(
                    new HostView(
                            host,
                            host.equals(tenant.hosts().getFirst()),
                            tenant.formerHosts().contains(host),
                            claim.isPresent(),
                            claim.flatMap(Claim::certificateUntil).map(Dates::minute).orElse(""),
                            claim.map(this::origin).orElse("ours"),
                            claim.flatMap(Claim::fault).map(Enum::name).orElse(""),
                            claim.filter(Claim::isDoubted).map(DomainPages::view)));
        }
        model.addAttribute("hosts", hosts);
        model.addAttribute(
                "claims",
                claims.stream()
                        .filter(claim -> !tenant.allHosts().contains(claim.host()))
                        .map(DomainPages::view)
                        .toList());
        model.addAttribute(
                "alias",
                hosts.stream()
                        .filter(host -> !host.isOwn())
                        .map(HostView::host)
                        .findFirst()
                        .orElse(tenant.hosts().getFirst()));
        model.addAttribute("good", GOOD);
        return "domains/list";
    }

    private static ClaimView view(Claim claim) {
        return new ClaimView(
                claim.host(),
                claim.recordName(),
                claim.recordValue(),
                Dates.minute(claim.claimedAt()));
    }

    private String origin(Claim claim) {
        if (claim.certificateUntil().isPresent()) {
            return claim.isIssued() ? "issued" : "until";
        }
        return authority.isThere() ? "waiting" : "none";
    }

    private static String told(Domains.Outcome outcome) {
        return outcome == Domains.Outcome.CLAIMED
                ? "redirect:/domains"
                : "redirect:/domains?notice=" + outcome;
    }

    private Claim find(Person person, String host) {
        return found(domains.find(person.tenant(), host));
    }

    private static String ofTenant(Tenant tenant, String host) {
        return found(tenant.allHosts().stream().filter(host::equals).findFirst());
    }

    private static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
