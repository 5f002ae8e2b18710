package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Event;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.TenantId;

/** The tenant's audit trail, to look through and to take away. */
@Controller
class AuditPages {
    private static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final Audit audit;
    private final PersonNames names;

    AuditPages(AuditTrail trail, Audit audit, PersonNames names) {
        this.trail = trail;
        this.audit = audit;
        this.names = names;
    }

    /** The filter as it was filled in. */
    record Filter(String action, String person, String from, String to) {
        Filter {
            action = Optional.ofNullable(action).orElse("").strip();
            person = Optional.ofNullable(person).orElse("").strip();
            from = Optional.ofNullable(from).orElse("").strip();
            to = Optional.ofNullable(to).orElse("").strip();
        }

        /** Continues an address with what is asked for. */
        public String after(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("action", "{action}")
                    .queryParam("person", "{person}")
                    .queryParam("from", "{from}")
                    .queryParam("to", "{to}")
                    .encode()
                    .buildAndExpand(action, person, from, to)
                    .toUriString();
        }
    }

    @GetMapping("/audit")
    String trail(
            Person person,
            Filter filter,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var tenant = person.tenant();
        var asked = asked(tenant, filter);
        var pages = Pages.of(page, trail.count(tenant, asked));
        var events = trail.newest(tenant, asked, pages.from(), Pages.LINES);
        model.addAttribute("filter", filter);
        model.addAttribute("actions", trail.actions(tenant));
        model.addAttribute("pages", pages);
        model.addAttribute("events", views(tenant, events));
        model.addAttribute(
                "verified", trail.lastVerification(tenant).map(EventView::of).orElse(null));
        return "admin/audit";
    }

    /** All that was asked for, the newest first, written as it is read. */
    @GetMapping("/audit/export.{format:csv|json}")
    void export(
            Person person, Filter filter, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var tenant = person.tenant();
        var asked = asked(tenant, filter);
        audit.record(tenant, person.id().toString(), "audit.exported", format);
        response.setContentType(format.equals("csv") ? "text/csv" : "application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit." + format).build().toString());
        var file = AuditFile.of(format, response.getWriter());
        var batch = trail.below(tenant, asked, Long.MAX_VALUE, BATCH);
        while (!batch.isEmpty()) {
            for (var view : views(tenant, batch)) {
                file.add(view);
            }
            batch = trail.below(tenant, asked, batch.getLast().seq(), BATCH);
        }
        file.end();
    }

    private Asked asked(TenantId tenant, Filter filter) {
        Optional<String> whom =
                filter.person().contains("@")
                        ? names.find(tenant, filter.person()).or(() -> Optional.of(filter.person()))
                        : Optional.of(filter.person());
        return new Asked(
                Optional.of(filter.action()).filter(text -> !text.isEmpty()),
                whom.filter(text -> !text.isEmpty()),
                Moments.startOf(filter.from()),
                Moments.endOf(filter.to()));
    }

    private List<EventView> views(TenantId tenant, List<Event> events) {
        var ids =
                events.stream()
                        .flatMap(event -> Stream.of(event.actor(), event.subject()))
                        .distinct()
                        .toList();
        var emails = names.emails(tenant, ids);
        return events.stream().map(event -> EventView.of(event, emails)).toList();
    }
}
