package za.co.spikedata.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.replica.Sketch;
import za.co.spikedata.errorstore.Case;
import za.co.spikedata.errorstore.Decision;
import za.co.spikedata.errorstore.Group;
import za.co.spikedata.errorstore.Replay;
import za.co.spikedata.errorstore.SupportQueue;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.OneLine;

/** What failed, by layout: how, where, and copies that say nothing of anybody. */
@Controller
@ConsoleOnly
class SupportPages {
    private static final List<String> SHOWS = List.of("open", "dismissed", "resolved", "all");
    private static final Map<String, Decision.State> STATES =
            Map.of(
                    "open", Decision.State.OPEN,
                    "dismiss", Decision.State.DISMISSED,
                    "resolve", Decision.State.RESOLVED);
    private static final int LONGEST_NOTE = 500;

    private final SupportQueue queue;
    private final PersonNames names;
    private final BreakGlass glass;
    private final Audit audit;
    private final Clock clock;

    SupportPages(
            SupportQueue queue, PersonNames names, BreakGlass glass, Audit audit, Clock clock) {
        this.queue = queue;
        this.names = names;
        this.glass = glass;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/failures")
    String queue(Person person, @RequestParam(defaultValue = "open") String show, Model model) {
        var look = SHOWS.contains(show) ? show : "open";
        var groups = queue.groups();
        var emails = emails(person, groups.stream());
        model.addAttribute("shows", SHOWS);
        model.addAttribute("show", look);
        model.addAttribute("isEmpty", groups.isEmpty());
        model.addAttribute(
                "groups",
                groups.stream()
                        .filter(group -> look.equals("all") || isIn(group, look))
                        .map(group -> FailureViews.of(group, emails))
                        .toList());
        return "admin/failures";
    }

    @GetMapping("/failures/{group}")
    String group(Person person, @PathVariable String group, Model model) {
        var found = group(group);
        model.addAttribute("group", FailureViews.of(found, emails(person, Stream.of(found))));
        model.addAttribute("cases", queue.cases(group).stream().map(FailureViews::of).toList());
        model.addAttribute("isMine", found.assigned().equals(Optional.of(person.id().toString())));
        addReplays(group, model);
        return "admin/failure-group";
    }

    @GetMapping("/failures/{group}/replay")
    String replays(@PathVariable String group, Model model) {
        addReplays(group(group).id(), model);
        return "admin/_replays :: replays";
    }

    @PostMapping("/failures/{group}/replay")
    String replayAll(Person person, @PathVariable String group) {
        queue.replayAll(group(group).id());
        return done(person, "failures.replayed", group);
    }

    @PostMapping("/failures/{group}/state")
    String decide(
            Person person,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String state) {
        var decided = Optional.ofNullable(STATES.get(state)).orElseThrow(SupportPages::nothing);
        queue.decide(group(group).id(), decided);
        return done(person, "failures.decided", group);
    }

    @PostMapping("/failures/{group}/assign")
    String assign(
            Person person,
            @PathVariable String group,
            @RequestParam(defaultValue = "false") boolean mine) {
        queue.assign(group(group).id(), mine ? person.id().toString() : null);
        return done(person, "failures.assigned", group);
    }

    @PostMapping("/failures/{group}/note")
    String note(Person person, @PathVariable String group, @RequestParam String note) {
        var words = OneLine.of(note);
        queue.note(group(group).id(), words.substring(0, Math.min(words.length(), LONGEST_NOTE)));
        return done(person, "failures.noted", group);
    }

    @GetMapping("/failures/cases/{id}")
    String show(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        var found = find(id);
        audit.record(person.tenant(), person.id().toString(), "failure.viewed", id);
        var wanted = page.isEmpty() ? Integer.toString(found.how().page()) : page;
        var sheets = queue.sketch(found.id()).map(Sketch::sheets).orElse(List.of());
        model.addAttribute("case", FailureViews.of(found));
        model.addAttribute(
                "opening",
                OpeningViews.ofSupport(
                        glass.isAllowed(found.id()).orElse(false),
                        glass.latest(found.id()),
                        person,
                        clock.instant()));
        model.addAttribute("isHeld", queue.isHeld(found.id()));
        model.addAttribute("lacksReason", notice.equals("NO_REASON"));
        model.addAttribute("told", queue.told(found.id()).orElse(""));
        model.addAttribute("steps", found.how().trace().steps());
        model.addAttribute("sheets", sheets.stream().map(Sketch.Sheet::number).toList());
        model.addAttribute(
                "sheet",
                sheets.stream()
                        .filter(each -> Integer.toString(each.number()).equals(wanted))
                        .findFirst()
                        .or(() -> sheets.stream().findFirst())
                        .map(FailureViews::of)
                        .orElse(null));
        return "admin/failure";
    }

    @PostMapping("/failures/cases/{id}/replay")
    String replay(Person person, @PathVariable String id) {
        queue.replay(find(id).id());
        audit.record(person.tenant(), person.id().toString(), "failure.replayed", id);
        return "redirect:/failures/cases/" + id;
    }

    @GetMapping("/failures/cases/{id}/replica.pdf")
    ResponseEntity<byte[]> replica(Person person, @PathVariable String id) throws IOException {
        var found = find(id);
        var replica = queue.replica(found.id()).orElseThrow(SupportPages::nothing);
        audit.record(person.tenant(), person.id().toString(), "replica.downloaded", id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("replica-" + id + ".pdf")
                                .build()
                                .toString())
                .body(replica);
    }

    private String done(Person person, String action, String group) {
        audit.record(person.tenant(), person.id().toString(), action, group);
        return "redirect:/failures/" + group;
    }

    private void addReplays(String group, Model model) {
        var counts = queue.replays(group);
        model.addAttribute("groupId", group);
        model.addAttribute("counts", FailureViews.of(counts));
        model.addAttribute("waits", counts.containsKey(Replay.Outcome.WAITING));
    }

    private static boolean isIn(Group group, String look) {
        return group.state().name().equalsIgnoreCase(look);
    }

    private Map<String, String> emails(Person person, Stream<Group> groups) {
        return names.emails(
                person.tenant(), groups.flatMap(group -> group.assigned().stream()).toList());
    }

    private Group group(String id) {
        return queue.group(id).orElseThrow(SupportPages::nothing);
    }

    private Case find(String id) {
        return Ids.parse(id).flatMap(queue::find).orElseThrow(SupportPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
