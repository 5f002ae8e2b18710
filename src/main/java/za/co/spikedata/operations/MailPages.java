package za.co.spikedata.operations;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.admin.Pages;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.mail.Dispatch;
import za.co.spikedata.mail.Dispatches;
import za.co.spikedata.mail.MailFault;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.TenantId;

/** Mails that wait, fail, were sent or given up; never to whom, and never what they say. */
@Controller
@ConsoleOnly
class MailPages {
    private static final List<String> NOTICES =
            List.of("TRIED", "GIVEN_UP", "BUSY", "ENDED", "OWED");

    private final Dispatches dispatches;
    private final Names names;
    private final Audit audit;

    MailPages(Dispatches dispatches, Names names, Audit audit) {
        this.dispatches = dispatches;
        this.names = names;
        this.audit = audit;
    }

    /**
     * A mail in the list.
     *
     * @param state {@code FAILING} for one that waits after a failed try
     * @param fault empty: it never failed
     * @param next empty: it is not tried again
     */
    record Row(
            String id,
            String kind,
            String tenant,
            String written,
            Dispatch.Show state,
            int tries,
            String fault,
            String next,
            String ended,
            boolean isWaiting,
            boolean mayBeGivenUp) {}

    @GetMapping("/operations/mails")
    String mails(
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        var asked =
                new Dispatch.Asked(
                        names.parse(tenant),
                        Arrays.stream(Dispatch.Show.values())
                                .filter(each -> each.name().equals(show))
                                .findFirst());
        var pages = Pages.of(page, dispatches.count(asked));
        model.addAttribute("counts", dispatches.counts());
        model.addAttribute("shows", Dispatch.Show.values());
        model.addAttribute("show", asked.show().map(Enum::name).orElse(""));
        model.addAttribute("tenantId", asked.tenant().map(Object::toString).orElse(""));
        model.addAttribute("pages", pages);
        model.addAttribute(
                "path",
                "/operations/mails?show=%s&tenant=%s&page="
                        .formatted(
                                asked.show().map(Enum::name).orElse(""),
                                asked.tenant().map(Object::toString).orElse("")));
        model.addAttribute(
                "rows",
                dispatches.newest(asked, pages.from(), Pages.LINES).stream()
                        .map(this::row)
                        .toList());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "operations/mails";
    }

    @PostMapping("/operations/mails/{id}/try")
    String tryNow(Person person, @PathVariable String id) {
        return changed(person, id, dispatches::tryNow, "mail.tried", "TRIED");
    }

    @PostMapping("/operations/mails/{id}/give-up")
    String giveUp(Person person, @PathVariable String id) {
        return changed(person, id, dispatches::giveUp, "mail.given-up", "GIVEN_UP");
    }

    /** The tenant's trail tells who did in the change's transaction, the console's after it. */
    private String changed(
            Person person,
            String id,
            BiFunction<Dispatch, Runnable, Dispatches.Outcome> change,
            String action,
            String done) {
        var mail = find(id);
        var outcome = change.apply(mail, () -> tell(mail.tenant(), person, mail, action));
        return switch (outcome) {
            case DONE -> {
                tell(person.tenant(), person, mail, action);
                yield "redirect:/operations/mails?notice=" + done;
            }
            case BUSY, ENDED, OWED -> "redirect:/operations/mails?notice=" + outcome.name();
        };
    }

    private void tell(TenantId trail, Person operator, Dispatch mail, String action) {
        audit.record(trail, operator.id().toString(), action, mail.kind() + "/" + mail.id());
    }

    private Dispatch find(String id) {
        return Ids.parse(id)
                .flatMap(dispatches::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Row row(Dispatch mail) {
        boolean isWaiting = mail.state() == Dispatch.State.WAITING;
        return new Row(
                mail.id().toString(),
                mail.kind(),
                names.of(mail.tenant()),
                Dates.minute(mail.written()),
                state(mail),
                mail.tries(),
                mail.fault().map(MailFault::name).orElse(""),
                mail.next().map(Dates::minute).orElse(""),
                mail.ended().map(Dates::minute).orElse(""),
                isWaiting,
                isWaiting && mail.mayBeGivenUp());
    }

    private static Dispatch.Show state(Dispatch mail) {
        return switch (mail.state()) {
            case WAITING ->
                    mail.fault().isPresent() ? Dispatch.Show.FAILING : Dispatch.Show.WAITING;
            case SENT -> Dispatch.Show.SENT;
            case GIVEN_UP -> Dispatch.Show.GIVEN_UP;
        };
    }
}
