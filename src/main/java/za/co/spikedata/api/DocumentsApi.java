package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.audit.Origin;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.statements.ProgramDocuments.Deletion;
import za.co.spikedata.statements.ProgramDocuments.Known;
import za.co.spikedata.statements.ProgramDocuments.Place;
import za.co.spikedata.statements.State;
import za.co.spikedata.statements.files.FileForm;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.web.OnApiHosts;

/** Documents as resources: brought in, watched, read and deleted, with HTTP's own words. */
@Controller
@OnApiHosts
class DocumentsApi {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");
    private static final int USUAL_LIMIT = 25;
    private static final int MOST_LIMIT = 100;

    /** Every document is behind it. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Admission admission;
    private final ProgramDocuments documents;
    private final Takings takings;
    private final Cursors cursors;
    private final Results results;
    private final DocumentEvents events;
    private final Clock clock;

    DocumentsApi(
            Admission admission,
            ProgramDocuments documents,
            Takings takings,
            Cursors cursors,
            Results results,
            DocumentEvents events,
            Clock clock) {
        this.admission = admission;
        this.documents = documents;
        this.takings = takings;
        this.cursors = cursors;
        this.results = results;
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/v7/documents")
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        var client = admission.paying(request);
        var key = key(Collections.list(request.getHeaders("Idempotency-Key")));
        try (var _ = admission.enter(client)) {
            return switch (takings.take(client, key, SentFile.of(request, client.plan()))) {
                case Takings.Taken.OfAnother _ -> throw new Refused(Problem.OTHER_REQUEST);
                case Takings.Taken.UnderWay _ -> throw new Refused(Problem.UNDER_WAY);
                case Takings.Taken.Document(var id, var again) -> {
                    var known = find(client, id.toString());
                    var answer =
                            ResponseEntity.accepted()
                                    .location(URI.create(DocumentView.path(known)))
                                    .contentType(MediaType.APPLICATION_JSON);
                    if (again) {
                        answer.header("Idempotency-Replayed", "true");
                    }
                    yield answer.body(DocumentView.one(known));
                }
            };
        }
    }

    @GetMapping("/v7/documents")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var client = admission.client(request);
        int limit = limit(request.getParameterValues("limit"));
        var given = Optional.ofNullable(request.getParameter("cursor"));
        var behind =
                given.map(text ->
                                cursors.read(client.tenant(), text)
                                        .orElseThrow(() -> new Refused(Problem.MALFORMED)))
                        .orElseGet(() -> new Place(clock.instant().plus(AHEAD), new UUID(-1, -1)));
        var found = documents.list(client.tenant(), behind, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next =
                found.size() > limit
                        ? cursors.text(
                                client.tenant(),
                                new Place(shown.getLast().created(), shown.getLast().id()))
                        : "";
        return json(DocumentView.list(shown, next));
    }

    @GetMapping("/v7/documents/{id}")
    ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String id) {
        var known = find(admission.client(request), id);
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (DocumentView.isUnderWay(known)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(DocumentView.one(known));
    }

    @GetMapping("/v7/documents/{id}/events")
    void events(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        var client = admission.client(request);
        events.send(request, response, client, find(client, id).id());
    }

    @GetMapping("/v7/documents/{id}/result")
    ResponseEntity<byte[]> result(HttpServletRequest request, @PathVariable String id)
            throws IOException {
        var client = admission.client(request);
        var known = find(client, id);
        var form =
                ResultFile.wanted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTABLE));
        if (DocumentView.isUnderWay(known) || known.state() == State.LOCKED) {
            throw new Refused(Problem.UNFINISHED);
        }
        var read = results.paid(client, known.id(), form);
        return ResponseEntity.ok()
                .contentType(form.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(
                        form == FileForm.JSON
                                ? documents.signed(client.tenant(), known.id(), read)
                                : ResultFile.write(form, read, clock.instant()));
    }

    @PostMapping("/v7/documents/{id}/password")
    ResponseEntity<byte[]> unlock(HttpServletRequest request, @PathVariable String id)
            throws IOException {
        var client = admission.paying(request);
        var known = find(client, id);
        var password = SentPassword.of(request);
        if (known.state() != State.LOCKED) {
            throw new Refused(Problem.NOT_LOCKED);
        }
        try (var _ = admission.enter(client)) {
            documents.unlock(client.tenant(), known.id(), password);
        }
        return json(DocumentView.one(find(client, id)));
    }

    @DeleteMapping("/v7/documents/{id}")
    ResponseEntity<byte[]> delete(HttpServletRequest request, @PathVariable String id) {
        var client = admission.client(request);
        return switch (documents.delete(client.tenant(), client.credential(), parse(id))) {
            case Deletion.Unknown _ -> throw new Refused(Problem.UNKNOWN);
            case Deletion.Held _ -> throw new Refused(Problem.HELD);
            case Deletion.Begun(var receipt) -> {
                var begun = documents.receipt(client.tenant(), receipt).orElseThrow();
                yield ResponseEntity.accepted()
                        .location(URI.create("/v7/receipts/" + receipt))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(DocumentView.receipt(begun));
            }
        };
    }

    @GetMapping("/v7/receipts/{id}")
    ResponseEntity<byte[]> receipt(HttpServletRequest request, @PathVariable String id) {
        var client = admission.client(request);
        return documents
                .receipt(client.tenant(), parse(id))
                .map(receipt -> json(DocumentView.receipt(receipt)))
                .orElseThrow(() -> new Refused(Problem.UNKNOWN));
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<byte[]> refused(
            HttpServletRequest request, HttpServletResponse response, Refused refused) {
        Remainder.drain(request);
        var problem = refused.problem();
        var answer = ResponseEntity.status(problem.status()).contentType(Problem.TYPE);
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.passes() && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem.body(UUID.fromString(Origin.current().requestId())));
    }

    private Known find(Client client, String id) {
        return documents
                .find(client.tenant(), parse(id))
                .orElseThrow(() -> new Refused(Problem.UNKNOWN));
    }

    private static UUID parse(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Problem.UNKNOWN));
    }

    private static Optional<String> key(List<String> given) {
        if (given.size() > 1 || given.stream().anyMatch(each -> !KEY.matcher(each).matches())) {
            throw new Refused(Problem.MALFORMED);
        }
        return given.stream().findFirst();
    }

    private static int limit(String @Nullable [] given) {
        if (given == null) {
            return USUAL_LIMIT;
        }
        if (given.length != 1
                || !LIMIT.matcher(given[0]).matches()
                || Integer.parseInt(given[0]) > MOST_LIMIT) {
            throw new Refused(Problem.MALFORMED);
        }
        return Integer.parseInt(given[0]);
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
