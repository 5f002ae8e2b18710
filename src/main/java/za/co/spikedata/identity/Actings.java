package za.co.spikedata.identity;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Lets an operator act for a tenant, for minutes and for a reason. Its administrators are told by
 * mail and can end it; both trails tell of the start, each change and the end, by whom it truly is.
 */
@Component
public class Actings {
    /** In a session of the tenant's host, for as whom its person acts. */
    static final String SESSION = "acting";

    /** From the console to the tenant's host. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    private static final int MOST = 50;

    private final ActingTable table;
    private final PersonTable people;
    private final People administrators;
    private final Sessions sessions;
    private final Tenants tenants;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final Origins origins;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    Actings(
            ActingTable table,
            PersonTable people,
            People administrators,
            Sessions sessions,
            Tenants tenants,
            TenantDatabase database,
            Outbox outbox,
            Origins origins,
            Audit audit,
            Scheduler jobs,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.administrators = administrators;
        this.sessions = sessions;
        this.tenants = tenants;
        this.database = database;
        this.outbox = outbox;
        this.origins = origins;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Where the operator goes on, once and soon; as whom they acted there before is over. */
    public String begin(Person operator, Tenant tenant, String reason, Duration length) {
        var now = clock.instant();
        var acting =
                new Acting(
                        UUID.randomUUID(),
                        operator.id(),
                        operator.email(),
                        reason,
                        now,
                        now.plus(length),
                        Optional.empty());
        var token = Tokens.fresh();
        of(tenant.id()).stream()
                .filter(each -> each.operator().equals(operator.id()) && each.isUnderWay(now))
                .forEach(before -> end(tenant.id(), before, operator.id().toString()));
        database.run(
                tenant.id(),
                () -> {
                    table.insert(tenant.id(), acting, Tokens.hash(token), now.plus(ON_THE_WAY));
                    var by = operator.id().toString();
                    audit.record(tenant.id(), by, "acting.begun", acting.id().toString());
                    tell(tenant, acting, length);
                    jobs.schedule(
                            ActingWorker.END
                                    .instance(acting.id().toString())
                                    .data(new ActingWorker.Job(tenant.id(), acting.id()))
                                    .scheduledTo(acting.until()));
                });
        audit.record(
                operator.tenant(), operator.id().toString(), "acting.begun", tenant.id().value());
        return origins.url(tenant, "/acting/" + token);
    }

    private void tell(Tenant tenant, Acting acting, Duration length) {
        var link = origins.url(tenant, "/settings/acting");
        for (var email : administrators.administrators(tenant.id())) {
            outbox.send(
                    tenant.id(),
                    email,
                    "acting-begun",
                    acting.email(),
                    length.toMinutes(),
                    acting.reason(),
                    link);
        }
    }

    Optional<Acting> enter(TenantId tenant, String token) {
        return Tokens.isToken(token)
                ? table.take(tenant, Tokens.hash(token), clock.instant())
                        .filter(acting -> isLive(acting))
                : Optional.empty();
    }

    /** As whom this session acts, while it does; empty for sessions of people themselves. */
    Optional<Acting> live(Person person, @Nullable HttpSession session) {
        return session != null && session.getAttribute(SESSION) instanceof UUID id
                ? table.find(person.tenant(), id)
                        .filter(acting -> acting.operator().equals(person.id()))
                        .filter(this::isLive)
                : Optional.empty();
    }

    static boolean isIn(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SESSION) != null;
    }

    /** Whoever is an operator no longer acts no longer. */
    private boolean isLive(Acting acting) {
        return acting.isUnderWay(clock.instant())
                && console()
                        .flatMap(console -> people.find(console, acting.operator()))
                        .filter(Account::isActive)
                        .filter(account -> account.person().isOperator())
                        .isPresent();
    }

    /** The latest first. */
    public List<Acting> of(TenantId tenant) {
        return table.newest(tenant, MOST);
    }

    Optional<Acting> find(TenantId tenant, UUID id) {
        return table.find(tenant, id);
    }

    /** Each change an operator asks for in the tenant's name, before it is made. */
    void note(TenantId tenant, Acting acting, String path) {
        tellBoth(tenant, acting, acting.operator().toString(), "acting.changed", path);
    }

    /**
     * At once, wherever the operator's session is.
     *
     * @param by id of who ended it, or the part of the system that did
     */
    public void end(TenantId tenant, Acting acting, String by) {
        if (table.end(tenant, acting.id(), by, clock.instant())) {
            sessions.endAll(tenant, acting.operator());
            tellBoth(tenant, acting, by, "acting.ended", acting.id().toString());
        }
    }

    /** Whoever leaves by themselves acts no longer. */
    void leave(Person person, @Nullable HttpSession session) {
        live(person, session)
                .ifPresent(acting -> end(person.tenant(), acting, person.id().toString()));
    }

    private void tellBoth(
            TenantId tenant, Acting acting, String by, String action, String subject) {
        audit.record(tenant, by, action, subject);
        console()
                .ifPresent(console ->
                        audit.record(
                                console, acting.operator().toString(), action, tenant.value()));
    }

    private Optional<TenantId> console() {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(Tenant::isConsole)
                .map(Tenant::id)
                .findFirst();
    }
}
