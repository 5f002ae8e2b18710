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
import za.co.spikedata.openapi.Forms;
import za.co.spikedata.openapi.Operation;
import za.co.spikedata.openapi.Operation.Answer;
import za.co.spikedata.openapi.Operation.Body;
import za.co.spikedata.openapi.Operation.Parameter;
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

    @PostMapping(path = "/v7/documents", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "bringDocument",
            summary = "Bring a PDF to be read",
            parameters = {
                @Parameter(
                        name = "Idempotency-Key",
                        pattern = "^[!-~]{1,200}$",
                        says = "Makes a retry the same request for 24 hours."),
                @Parameter(
                        name = HttpHeaders.CONTENT_DISPOSITION,
                        says = "Names the file when it is the body.")
            },
            takes = {
                @Body(type = MediaType.APPLICATION_PDF_VALUE, form = byte[].class),
                @Body(type = MediaType.MULTIPART_FORM_DATA_VALUE, form = SentFile.Parts.class)
            },
            answers =
                    @Answer(
                            status = 202,
                            says = "Taken in; Location tells where it is watched.",
                            headers = {
                                @Parameter(name = HttpHeaders.LOCATION),
                                @Parameter(
                                        name = "Idempotency-Replayed",
                                        says = "true when it was taken in before.")
                            },
                            bodies = @Body(form = DocumentView.class)),
            refuses = {402, 406, 409, 413, 415, 422})
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
                    yield answer.body(Forms.bytes(DocumentView.of(known)));
                }
            };
        }
    }

    @GetMapping(path = "/v7/documents", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "listDocuments",
            summary = "List documents, the newest first",
            parameters = {
                @Parameter(
                        name = "limit",
                        in = "query",
                        type = int.class,
                        range = {1, USUAL_LIMIT, MOST_LIMIT}),
                @Parameter(name = "cursor", in = "query", says = "next of the page before.")
            },
            answers =
                    @Answer(
                            says = "A page of documents.",
                            bodies = @Body(form = DocumentView.Page.class)),
            refuses = 406)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var client = admission.client(request);
        int limit =
                only(request.getParameterValues("limit"))
                        .map(DocumentsApi::limit)
                        .orElse(USUAL_LIMIT);
        var given = only(request.getParameterValues("cursor"));
        var behind =
                given.map(text ->
                                cursors.read(client.tenant(), text)
                                        .orElseThrow(() -> new Refused(Problem.MALFORMED)))
                        .orElseGet(() -> new Place(clock.instant().plus(AHEAD), new UUID(-1, -1)));
        var found = documents.list(client.tenant(), behind, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next =
                found.size() > limit
                        ? Optional.of(
                                cursors.text(
                                        client.tenant(),
                                        new Place(shown.getLast().created(), shown.getLast().id())))
                        : Optional.<String>empty();
        return json(DocumentView.page(shown, next));
    }

    @GetMapping(path = "/v7/documents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "watchDocument",
            summary = "Watch a document",
            answers =
                    @Answer(
                            says = "The document as it stands.",
                            headers =
                                    @Parameter(
                                            name = HttpHeaders.RETRY_AFTER,
                                            type = int.class,
                                            says =
                                                    "Seconds to wait; absent once nobody works on"
                                                            + " it any more."),
                            bodies = @Body(form = DocumentView.class)),
            refuses = {404, 406})
    ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String id) {
        var known = find(admission.client(request), id);
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (DocumentView.isUnderWay(known)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(Forms.bytes(DocumentView.of(known)));
    }

    @GetMapping("/v7/documents/{id}/events")
    @Operation(
            id = "followDocument",
            summary = "Follow a document as server-sent events",
            description =
                    "Each event has the document as its data: progress while somebody works on it,"
                            + " end once nobody does, deleted when it is gone. It ends by itself,"
                            + " after ten minutes at the latest, or once the token is revoked;"
                            + " asked again it begins with how things stand. A token holds eight"
                            + " at once.",
            parameters =
                    @Parameter(
                            name = "Last-Event-ID",
                            says =
                                    "What browsers send when they ask again; nothing depends on"
                                            + " it."),
            answers =
                    @Answer(
                            says = "Events.",
                            bodies =
                                    @Body(
                                            type = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            form = String.class)),
            refuses = 404)
    void events(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        var client = admission.client(request);
        events.send(request, response, client, find(client, id).id());
    }

    @GetMapping("/v7/documents/{id}/result")
    @Operation(
            id = "fetchResult",
            summary = "Fetch what was read, in the form that Accept names",
            description =
                    "Costs a credit the first time; a file that was paid for before costs nothing.",
            answers =
                    @Answer(
                            says = "The result.",
                            bodies = {
                                @Body(shape = ResultSchema.NAME),
                                @Body(type = "text/csv", form = String.class),
                                @Body(type = FileForm.XLSX_TYPE, form = byte[].class),
                                @Body(
                                        type = "application/x-ofx",
                                        form = String.class,
                                        says =
                                                "OFX 2.2; not for statements without a closing"
                                                        + " balance."),
                                @Body(
                                        type = MediaType.APPLICATION_XML_VALUE,
                                        form = String.class,
                                        says =
                                                "ISO 20022 camt.053.001.08; not for statements"
                                                        + " without any balance.")
                            }),
            refuses = {402, 404, 406, 409, 422})
    ResponseEntity<byte[]> result(HttpServletRequest request, @PathVariable String id)
            throws IOException {
        var client = admission.client(request);
        var known = find(client, id);
        var form =
                ResultFile.wanted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTABLE));
        if (DocumentView.isUnderWay(known)) {
            throw new Refused(Problem.UNFINISHED);
        }
        if (known.state() == State.LOCKED) {
            throw new Refused(Problem.LOCKED);
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

    @PostMapping(path = "/v7/documents/{id}/password", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "unlockDocument",
            summary = "Open a locked document",
            takes = @Body(form = SentPassword.Form.class),
            answers =
                    @Answer(
                            says = "The document as it stands.",
                            bodies = @Body(form = DocumentView.class)),
            refuses = {402, 404, 406, 409, 415})
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
        return json(DocumentView.of(find(client, id)));
    }

    @DeleteMapping(path = "/v7/documents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "deleteDocument",
            summary = "Delete a document and all that is known of it",
            answers =
                    @Answer(
                            status = 202,
                            says = "Its keys are destroyed; the receipt follows.",
                            headers = @Parameter(name = HttpHeaders.LOCATION),
                            bodies = @Body(form = ReceiptView.class)),
            refuses = {404, 406, 409})
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
                        .body(Forms.bytes(ReceiptView.of(begun)));
            }
        };
    }

    @GetMapping(path = "/v7/receipts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "fetchReceipt",
            summary = "Fetch the receipt of a deletion",
            answers = @Answer(says = "The receipt.", bodies = @Body(form = ReceiptView.class)),
            refuses = {404, 406})
    ResponseEntity<byte[]> receipt(HttpServletRequest request, @PathVariable String id) {
        var client = admission.client(request);
        return documents
                .receipt(client.tenant(), parse(id))
                .map(receipt -> json(ReceiptView.of(receipt)))
                .orElseThrow(() -> new Refused(Problem.UNKNOWN));
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<byte[]> refused(
            HttpServletRequest request, HttpServletResponse response, Refused refused) {
        var problem = refused.problem();
        Remainder.drain(request, problem.status());
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

    /** What is given twice might mean either. */
    private static Optional<String> only(String @Nullable [] given) {
        if (given != null && given.length != 1) {
            throw new Refused(Problem.MALFORMED);
        }
        return Optional.ofNullable(given).map(each -> each[0]);
    }

    private static int limit(String given) {
        if (!LIMIT.matcher(given).matches() || Integer.parseInt(given) > MOST_LIMIT) {
            throw new Refused(Problem.MALFORMED);
        }
        return Integer.parseInt(given);
    }

    private static ResponseEntity<byte[]> json(Record form) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Forms.bytes(form));
    }
}
