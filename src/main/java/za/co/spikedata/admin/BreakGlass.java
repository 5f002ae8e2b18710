package za.co.spikedata.admin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.errorstore.Opening;
import za.co.spikedata.errorstore.Openings;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Lets one of support see a failing PDF itself: where its tenant's policy lets them ask, an
 * administrator of the tenant approves, and for minutes. Both trails tell of each step, and mail
 * tells the tenant.
 */
@Component
class BreakGlass {
    /** Who acts, in the tenant's trail; the page of openings and our own trail tell who it was. */
    private static final String ACTOR = "support";

    private final Openings openings;
    private final Tenants tenants;
    private final TenantDatabase database;
    private final People people;
    private final PersonNames names;
    private final Outbox outbox;
    private final Origins origins;
    private final Audit audit;
    private final Clock clock;

    BreakGlass(
            Openings openings,
            Tenants tenants,
            TenantDatabase database,
            People people,
            PersonNames names,
            Outbox outbox,
            Origins origins,
            Audit audit,
            Clock clock) {
        this.openings = openings;
        this.tenants = tenants;
        this.database = database;
        this.people = people;
        this.names = names;
        this.outbox = outbox;
        this.origins = origins;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the policy of a failure's tenant lets support ask; empty when there is none such. */
    Optional<Boolean> isAllowed(UUID document) {
        return tenant(document).map(Tenant::breakGlass);
    }

    Optional<Opening> latest(UUID document) {
        return tenant(document).flatMap(tenant -> openings.latest(tenant.id(), document));
    }

    /** Asks the tenant's administrators, and tells them by mail. */
    void ask(Person support, UUID document, String reason) {
        var found = tenant(document).filter(Tenant::breakGlass);
        if (found.isEmpty()) {
            return;
        }
        var tenant = found.get();
        boolean isAsked =
                database.call(
                        tenant.id(),
                        () -> {
                            var opening =
                                    openings.ask(
                                            tenant.id(), document, support.id().toString(), reason);
                            opening.ifPresent(asked -> {
                                audit.record(
                                        tenant.id(), ACTOR, "opening.asked", document.toString());
                                tell(tenant, "opening-asked", "/openings");
                            });
                            return opening.isPresent();
                        });
        if (isAsked) {
            audit.record(
                    support.tenant(),
                    support.id().toString(),
                    "opening.asked",
                    document.toString());
        }
    }

    /** False when it is no longer asked, or no longer allowed. */
    boolean approve(Tenant tenant, Person administrator, Opening opening, Duration length) {
        var by = administrator.id().toString();
        return tenant.breakGlass()
                && isDone(
                        tenant.id(),
                        by,
                        "opening.approved",
                        opening,
                        () -> openings.approve(tenant.id(), opening.id(), by, length));
    }

    /** False when it is no longer asked. */
    boolean refuse(Tenant tenant, Person administrator, Opening opening) {
        var by = administrator.id().toString();
        return isDone(
                tenant.id(),
                by,
                "opening.refused",
                opening,
                () -> openings.refuse(tenant.id(), opening.id(), by));
    }

    private boolean isDone(
            TenantId tenant,
            String by,
            String action,
            Opening opening,
            java.util.function.BooleanSupplier step) {
        return database.call(
                tenant,
                () -> {
                    boolean done = step.getAsBoolean();
                    if (done) {
                        audit.record(tenant, by, action, opening.document().toString());
                    }
                    return done;
                });
    }

    /** The PDF with who looks and when on each page; empty when they may not, or it is gone. */
    Optional<byte[]> look(Person support, UUID document) throws IOException {
        var found = tenant(document).filter(Tenant::breakGlass);
        var opening = found.flatMap(tenant -> openings.latest(tenant.id(), document));
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        var tenant = found.get();
        var by = support.id().toString();
        var words =
                "Shown to %s, %s, opening %.8s"
                        .formatted(
                                support.email(), Moments.text(clock.instant()), opening.get().id());
        var pdf = openings.stamped(tenant.id(), opening.get(), by, words);
        if (pdf.isPresent()) {
            database.run(tenant.id(), () -> noted(tenant, opening.get()));
            audit.record(support.tenant(), by, "original.opened", document.toString());
        }
        return pdf;
    }

    private void noted(Tenant tenant, Opening opening) {
        audit.record(tenant.id(), ACTOR, "original.opened", opening.document().toString());
        if (openings.isFirstLook(tenant.id(), opening)) {
            tell(tenant, "opening-used", "/openings");
            var link = origins.url(tenant, "/statements/" + opening.document());
            names.emails(tenant.id(), List.of(opening.owner().toString()))
                    .values()
                    .forEach(email -> outbox.send(tenant.id(), email, "opening-yours", link));
        }
    }

    private void tell(Tenant tenant, String kind, String page) {
        var link = origins.url(tenant, page);
        people.administrators(tenant.id())
                .forEach(email -> outbox.send(tenant.id(), email, kind, link));
    }

    private Optional<Tenant> tenant(UUID document) {
        return openings.tenantOf(document).flatMap(tenants::find).map(Brand::tenant);
    }
}
