package za.co.spikedata.statements;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.identity.Person;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.statements.upload.Arrivals;
import za.co.spikedata.statements.upload.StatementLimits;
import za.co.spikedata.statements.upload.UploadStream;
import za.co.spikedata.statements.view.Choice;
import za.co.spikedata.statements.view.DocumentView;
import za.co.spikedata.statements.view.LimitsView;
import za.co.spikedata.statements.view.ListView;
import za.co.spikedata.statements.view.PagesView;
import za.co.spikedata.statements.view.Said;
import za.co.spikedata.statements.view.UploadView;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Tenants;

/** What people upload, watch and look at. */
@Controller
class StatementPages {
    private static final int DOCUMENTS_A_PAGE = 25;
    private static final int LONGEST_SEARCH = 100;
    private static final List<String> SHOWS =
            List.of("all", "running", "locked", "proven", "unproven", "contradicted", "refused");
    private static final List<String> NOTICES = List.of("held");

    private final DocumentTable documents;
    private final Uploads uploads;
    private final Readings readings;
    private final Rows rows;
    private final Problems problems;
    private final Holds holds;
    private final Tenants tenants;
    private final Audit audit;

    StatementPages(
            DocumentTable documents,
            Uploads uploads,
            Readings readings,
            Rows rows,
            Problems problems,
            Holds holds,
            Tenants tenants,
            Audit audit) {
        this.documents = documents;
        this.uploads = uploads;
        this.readings = readings;
        this.rows = rows;
        this.problems = problems;
        this.holds = holds;
        this.tenants = tenants;
        this.audit = audit;
    }

    @GetMapping("/statements")
    String list(
            Person person,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String notice,
            Model model) {
        return list(
                person,
                SHOWS.contains(show) ? show : "all",
                number(page),
                notice != null && NOTICES.contains(notice) ? Said.of("notice." + notice) : null,
                model);
    }

    private String list(Person person, String look, int page, @Nullable Said notice, Model model) {
        int found = documents.countMine(person.tenant(), person.id(), look);
        var pages = PagesView.of(page, DOCUMENTS_A_PAGE, found);
        var shown =
                documents.mine(
                        person.tenant(),
                        person.id(),
                        look,
                        DOCUMENTS_A_PAGE,
                        (pages.page() - 1) * DOCUMENTS_A_PAGE);
        model.addAttribute(
                "list",
                new ListView(
                        rows.of(person.tenant(), shown),
                        SHOWS.stream()
                                .map(each -> new Choice(each, "show." + each, each.equals(look)))
                                .toList(),
                        look,
                        pages,
                        limits(),
                        SamplePages.of(tenants, person.tenant()),
                        notice,
                        found == 0 && look.equals("all")));
        return "statements/list";
    }

    /** Takes the files as they stream in; the token was the first part. */
    @PostMapping("/statements")
    String upload(
            Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!UploadStream.isMultipart(request)) {
            return refused(person, "noFiles", response, model);
        }
        var arrivals = new Arrivals(UploadStream.of(request), StatementLimits.DEFAULT);
        var received = uploads.receive(person, arrivals);
        if (arrivals.isCutOff()) {
            return refused(person, "cutOff", response, model);
        }
        if (received.files() == 0) {
            return refused(person, "noFiles", response, model);
        }
        return received.only()
                .map(id -> "redirect:/statements/" + id)
                .orElse("redirect:/uploads/" + received.upload());
    }

    /** What arrived whole all the same is in the list. */
    private String refused(Person person, String why, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return list(person, "all", 1, Said.of("notice." + why), model);
    }

    @GetMapping("/uploads/{id}")
    String upload(Person person, @PathVariable String id, Model model) {
        model.addAttribute("upload", batch(person, id));
        return "statements/upload";
    }

    @GetMapping("/uploads/{id}/progress")
    String uploadProgress(Person person, @PathVariable String id, Model model) {
        model.addAttribute("upload", batch(person, id));
        return "statements/_upload :: upload";
    }

    @GetMapping("/statements/{id}")
    String show(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String account,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "printed") String sort,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String problem,
            Model model) {
        var asked =
                new ResultViews.Asked(
                        number(account),
                        q.substring(0, Math.min(q.length(), LONGEST_SEARCH)),
                        ResultViews.sortOf(sort).orElse("printed"),
                        number(page));
        var document = find(person, id);
        audit.record(person.tenant(), person.id().toString(), "statement.viewed", id);
        model.addAttribute("document", view(person, document, asked, problem));
        return "statements/show";
    }

    @GetMapping("/statements/{id}/progress")
    String progress(Person person, @PathVariable String id, Model model) {
        var asked = new ResultViews.Asked(0, "", "printed", 1);
        model.addAttribute("document", view(person, find(person, id), asked, ""));
        return "statements/_document :: document";
    }

    @PostMapping("/statements/{id}/password")
    String unlock(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean rest)
            throws IOException {
        var document = find(person, id);
        if (document.state() == State.LOCKED && !password.isEmpty()) {
            readings.unlock(person.tenant(), document, password);
            if (rest) {
                for (var other : locked(person, document)) {
                    readings.unlock(person.tenant(), other, password);
                }
            }
        }
        return "redirect:/statements/" + id;
    }

    @PostMapping("/statements/{id}/delete")
    String delete(Person person, @PathVariable String id) {
        return uploads.delete(Bringer.of(person), find(person, id))
                .map(receipt -> "redirect:/receipts/" + receipt)
                .orElse("redirect:/statements?notice=held");
    }

    private DocumentView view(
            Person person, Document document, ResultViews.Asked asked, String mistake) {
        var tenant = CurrentBrand.find().orElseThrow().tenant();
        Optional<ReadResult> result =
                document.state() == State.DONE
                        ? readings.result(person.tenant(), document)
                        : Optional.empty();
        return new DocumentView(
                rows.of(person.tenant(), document),
                document.isWrongPassword(),
                document.state() == State.LOCKED && !locked(person, document).isEmpty(),
                result.map(read ->
                                switch (read) {
                                    case ReadResult.Read done ->
                                            ResultViews.of(
                                                    Findings.shown(done, person, tenant),
                                                    asked,
                                                    tenant);
                                    case ReadResult.Unreadable _ -> null;
                                })
                        .orElse(null),
                document.reason().map(reason -> reason.toLowerCase(Locale.ROOT) + "/").orElse("")
                        + document.id().toString().substring(0, 8),
                document.state() == State.REFUSED ? blame(document) : null,
                holds.isHeld(person.tenant(), document.person().value()),
                problems.view(person, document, mistake));
    }

    private static String blame(Document document) {
        return document.reason().stream()
                .flatMap(name ->
                        java.util.Arrays.stream(Reason.values())
                                .filter(reason -> reason.name().equals(name)))
                .map(reason -> "blame." + reason.blame())
                .findFirst()
                .orElse("blame.USER");
    }

    private List<Document> locked(Person person, Document document) {
        return documents.upload(person.tenant(), person.id(), document.upload()).stream()
                .filter(other -> other.state() == State.LOCKED)
                .filter(other -> !other.id().equals(document.id()))
                .toList();
    }

    private UploadView batch(Person person, String id) {
        var upload = DocumentId.parse(id).map(DocumentId::value).orElseThrow(NotFound::new);
        var files = batch(person, upload);
        int finished =
                (int)
                        files.stream()
                                .filter(each ->
                                        each.state() != State.WAITING
                                                && each.state() != State.READING)
                                .count();
        boolean running = finished < files.size();
        return new UploadView(
                id,
                rows.of(person.tenant(), files),
                running
                        ? Said.of("upload.running", finished, files.size())
                        : Said.of("upload.finished", files.size()),
                finished,
                files.size(),
                running,
                files.stream().anyMatch(each -> each.state() == State.DONE));
    }

    private List<Document> batch(Person person, UUID upload) {
        var files = documents.upload(person.tenant(), person.id(), upload);
        if (files.isEmpty()) {
            throw new NotFound();
        }
        return files;
    }

    private Document find(Person person, String id) {
        return DocumentId.parse(id)
                .flatMap(known -> documents.findMine(person.tenant(), person.id(), known))
                .orElseThrow(NotFound::new);
    }

    private static LimitsView limits() {
        var limits = StatementLimits.DEFAULT;
        return new LimitsView(
                (int) (limits.fileBytes() >> 20),
                limits.files(),
                (int) (limits.batchBytes() >> 20));
    }

    /** A number that is none, or absurd, is the first. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
