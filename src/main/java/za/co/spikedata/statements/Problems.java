package za.co.spikedata.statements;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.errorstore.Reports;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.view.ProblemView;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.Tenants;

/** What people report about results that hold and are wrong all the same. */
@Component
class Problems {
    static final int LONGEST_NOTE = 1_000;

    private final Tenants tenants;
    private final MendTable documents;
    private final Readings readings;
    private final Reports reports;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Problems(
            Tenants tenants,
            MendTable documents,
            Readings readings,
            Reports reports,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.documents = documents;
        this.readings = readings;
        this.reports = reports;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is left to mend in the form; nothing of it was sent. */
    enum Mistake {
        NO_CONSENT,
        NO_NOTE,
        LONG_NOTE,
        /** Another report was sent, or the paper was mended or deleted, while this one came. */
        MEANWHILE
    }

    /** Sends a report, or tells why it was not sent; one that was sent before stays as it is. */
    Optional<Mistake> report(Person person, Document document, String note, boolean consent) {
        var words = OneLine.each(note);
        if (words.isEmpty()) {
            return Optional.of(Mistake.NO_NOTE);
        }
        if (words.length() > LONGEST_NOTE) {
            return Optional.of(Mistake.LONG_NOTE);
        }
        if (!consent) {
            return Optional.of(Mistake.NO_CONSENT);
        }
        if (readings.result(person.tenant(), document).orElse(null)
                instanceof ReadResult.Read known) {
            return file(person, document, known, words)
                    ? Optional.empty()
                    : Optional.of(Mistake.MEANWHILE);
        }
        return Optional.of(Mistake.MEANWHILE);
    }

    /** What the store is asked for comes before the transaction, which waits for nothing. */
    private boolean file(Person person, Document document, ReadResult.Read known, String words) {
        var tenant = person.tenant();
        var prepared = reports.prepare(tenant, document.id().value(), words);
        return database.write(
                tenant,
                () ->
                        documents
                                .held(tenant, document.id())
                                .filter(held -> take(person, held, known, prepared))
                                .isPresent(),
                () -> reports.letGo(prepared));
    }

    private boolean take(
            Person person, Document document, ReadResult.Read known, Reports.Prepared prepared) {
        var tenant = person.tenant();
        if (document.original().isEmpty()) {
            return false;
        }
        var report =
                new Failure(
                        document.id().value(),
                        document.person().value(),
                        document.original().get(),
                        Failure.reported(known),
                        false,
                        clock.instant());
        boolean isNew = reports.take(tenant, report, prepared);
        if (isNew) {
            audit.record(
                    tenant, person.id().toString(), "statement.reported", document.id().toString());
        }
        return isNew;
    }

    /**
     * What a result's page offers; null without reports, and where a failure is with support
     * already.
     */
    @Nullable ProblemView view(Person person, Document document, String mistake) {
        boolean isOffered = tenants.offers(person.tenant(), Feature.PROBLEM_REPORTS);
        if (!isOffered
                || document.verdict()
                        .filter(verdict -> verdict != Verdict.CONTRADICTED)
                        .isEmpty()) {
            return null;
        }
        return reports.of(person.tenant(), document.id().value())
                .map(sent -> ProblemView.of(sent, mistake))
                .orElseGet(() ->
                        document.original().isPresent()
                                ? ProblemView.open(mistake)
                                : ProblemView.DELETED);
    }
}
