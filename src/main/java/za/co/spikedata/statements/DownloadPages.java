package za.co.spikedata.statements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.files.FileForm;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;

/** Results as files. */
@Controller
class DownloadPages {
    private static final int MOST_AT_ONCE = 1_000;
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final DocumentTable documents;
    private final Readings readings;
    private final Rows rows;
    private final SignedResults signed;
    private final Audit audit;
    private final Clock clock;

    DownloadPages(
            DocumentTable documents,
            Readings readings,
            Rows rows,
            SignedResults signed,
            Audit audit,
            Clock clock) {
        this.documents = documents;
        this.readings = readings;
        this.rows = rows;
        this.signed = signed;
        this.audit = audit;
        this.clock = clock;
    }

    /** One document's result under the name it was uploaded with. */
    private record Named(TenantId tenant, Document document, String name, ReadResult.Read read) {
        @Override
        public String toString() {
            return "Named[*]";
        }
    }

    @GetMapping("/statements/{id}/download.{format:csv|xlsx|ofx|xml|json}")
    ResponseEntity<byte[]> one(
            Person person,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "debit1") String layout)
            throws IOException {
        var form = FileForm.of(format, layout).orElseThrow(NotFound::new);
        var named = find(person, id);
        return file(named.name(), form, content(List.of(named), form));
    }

    @GetMapping("/statements/download")
    ResponseEntity<byte[]> several(
            Person person,
            @RequestParam List<String> ids,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "debit1") String layout,
            @RequestParam(defaultValue = "true") boolean combine)
            throws IOException {
        var form = FileForm.of(format, layout).orElseThrow(NotFound::new);
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw new NotFound();
        }
        var named = new ArrayList<Named>();
        for (var id : ids) {
            named.add(find(person, id));
        }
        return together(named, form, combine);
    }

    /** All results of one upload; its address stays short however many they are. */
    @GetMapping("/uploads/{id}/download")
    ResponseEntity<byte[]> upload(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "debit1") String layout,
            @RequestParam(defaultValue = "true") boolean combine)
            throws IOException {
        var form = FileForm.of(format, layout).orElseThrow(NotFound::new);
        var upload = DocumentId.parse(id).map(DocumentId::value).orElseThrow(NotFound::new);
        var named = new ArrayList<Named>();
        for (var document : documents.upload(person.tenant(), person.id(), upload)) {
            if (document.state() == State.DONE) {
                named.add(named(person, document));
            }
        }
        if (named.isEmpty()) {
            throw new NotFound();
        }
        return together(named, form, combine);
    }

    private ResponseEntity<byte[]> together(List<Named> named, FileForm form, boolean combine)
            throws IOException {
        if (combine && form != FileForm.JSON) {
            return file("statements", form, content(named, form));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            int number = 0;
            for (var each : named) {
                number++;
                zip.putNextEntry(new ZipEntry(number + " " + each.name() + "." + form.extension()));
                zip.write(content(List.of(each), form));
            }
        }
        return file("statements.zip", ZIP, bytes.toByteArray());
    }

    private Named find(Person person, String id) {
        var document =
                DocumentId.parse(id)
                        .flatMap(known -> documents.findMine(person.tenant(), person.id(), known))
                        .orElseThrow(NotFound::new);
        return named(person, document);
    }

    private Named named(Person person, Document document) {
        var result = readings.result(person.tenant(), document).orElseThrow(NotFound::new);
        audit.record(
                person.tenant(),
                person.id().toString(),
                "statement.downloaded",
                document.id().toString());
        var name = rows.name(person.tenant(), document).replaceFirst("(?i)\\.pdf$", "");
        return switch (result) {
            case ReadResult.Read read ->
                    new Named(
                            person.tenant(),
                            document,
                            name.isEmpty() ? "statement" : name,
                            Findings.shown(read, person, tenant()));
            case ReadResult.Unreadable _ -> throw new NotFound();
        };
    }

    private byte[] content(List<Named> named, FileForm form) throws IOException {
        var statements = named.stream().flatMap(each -> each.read().statements().stream()).toList();
        if (!form.isOffered(tenant()) || !form.isFor(statements)) {
            throw new NotFound();
        }
        if (form == FileForm.JSON) {
            var one = named.getFirst();
            return signed.json(one.tenant(), one.document(), one.read());
        }
        return form.write(named.stream().map(Named::read).toList(), clock.instant());
    }

    private static Tenant tenant() {
        return CurrentBrand.find().orElseThrow().tenant();
    }

    private static ResponseEntity<byte[]> file(String name, FileForm form, byte[] content) {
        return file(name + "." + form.extension(), form.type(), content);
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
