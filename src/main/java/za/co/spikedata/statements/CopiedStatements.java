package za.co.spikedata.statements;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.errorstore.Reports;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Copied;
import za.co.spikedata.retention.Parcel;
import za.co.spikedata.statements.files.FileForm;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.Unsealable;

/** A folder for each document of a person: what is known of it, the PDF while it is kept, rows. */
@Component
class CopiedStatements implements Copied {
    private static final int BATCH = 200;

    /** Later than the clock of any other node. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final UUID LAST = new UUID(-1, -1);

    private final DocumentTable documents;
    private final Readings readings;
    private final Rows rows;
    private final KeptItems kept;
    private final SignedResults signed;
    private final Tenants tenants;
    private final Reports reports;
    private final Clock clock;

    CopiedStatements(
            DocumentTable documents,
            Readings readings,
            Rows rows,
            KeptItems kept,
            SignedResults signed,
            Tenants tenants,
            Reports reports,
            Clock clock) {
        this.documents = documents;
        this.readings = readings;
        this.rows = rows;
        this.kept = kept;
        this.signed = signed;
        this.tenants = tenants;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * @param sha256 of the PDF as it was uploaded
     * @param reported what its owner said of the result
     */
    private record Known(
            String id,
            String name,
            String uploaded,
            long bytes,
            String sha256,
            State state,
            Optional<String> reason,
            Optional<Verdict> verdict,
            int transactions,
            Optional<String> reported) {
        @Override
        public String toString() {
            return "Known[" + id + "]";
        }
    }

    /** All of one document, opened before any of it is written. */
    private record Opened(Known known, Optional<byte[]> original, Optional<Result> result) {
        @Override
        public String toString() {
            return "Opened[" + known.id() + "]";
        }
    }

    private record Result(byte[] json, byte[] csv) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var owner = new PersonId(person);
        var newest = clock.instant().plus(AHEAD).atOffset(ZoneOffset.UTC);
        var batch = documents.behind(tenant, owner, newest, LAST, BATCH);
        while (!batch.isEmpty()) {
            for (var document : batch) {
                copy(tenant, document, parcel);
            }
            var last = batch.getLast();
            batch = documents.behind(tenant, owner, last.created(), last.id().value(), BATCH);
        }
    }

    private void copy(TenantId tenant, Document document, Parcel parcel) throws IOException {
        var folder = "documents/" + document.id() + "/";
        var opened = opened(tenant, document);
        if (opened.isEmpty()) {
            parcel.unreadable(folder);
            return;
        }
        parcel.addJson(folder + "document.json", "documents", opened.get().known());
        if (opened.get().original().isPresent()) {
            parcel.add(folder + "original.pdf", "originals", opened.get().original().get());
        }
        if (opened.get().result().isPresent()) {
            parcel.add(folder + "result.json", "results", opened.get().result().get().json());
            parcel.add(folder + "result.csv", "tables", opened.get().result().get().csv());
        }
    }

    /** Empty when it is here and does not open. */
    private Optional<Opened> opened(TenantId tenant, Document document) throws IOException {
        try {
            return Optional.of(
                    new Opened(
                            known(tenant, document),
                            readings.content(tenant, document),
                            result(tenant, document)));
        } catch (Unsealable | KeyRefused broken) {
            return Optional.empty();
        } catch (IOException broken) {
            if (broken.getCause() instanceof GeneralSecurityException) {
                return Optional.empty();
            }
            throw broken;
        }
    }

    private Known known(TenantId tenant, Document document) {
        return new Known(
                document.id().toString(),
                rows.name(tenant, document),
                document.created().toInstant().toString(),
                document.bytes(),
                kept.of(tenant, List.of(document), _ -> List.of()).getFirst().sha256(),
                document.state(),
                document.reason(),
                document.verdict(),
                document.transactions(),
                reports.said(tenant, document.id().value()));
    }

    private Optional<Result> result(TenantId tenant, Document document) throws IOException {
        var result = readings.result(tenant, document);
        if (result.isEmpty() || !(result.get() instanceof ReadResult.Read read)) {
            return Optional.empty();
        }
        return Optional.of(
                new Result(
                        signed.json(
                                tenant,
                                document,
                                Findings.shown(
                                        read, tenants.find(tenant).orElseThrow().tenant(), false)),
                        FileForm.DEBIT_1.write(List.of(read), clock.instant())));
    }
}
