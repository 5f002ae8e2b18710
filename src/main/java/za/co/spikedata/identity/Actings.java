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
import za.co.spikedata.mail.Outbox;
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

    private final Tenants tenants;
    private final ActingTable table;
    private final PersonTable people;
    private final People administrators;
    private final ActingEnds ends;
    private final ActingTrail trail;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final Origins origins;
    private final Scheduler jobs;
    private final Clock clock;

    Actings(
            Tenants tenants,
            ActingTable table,
            PersonTable people,
            People administrators,
            ActingEnds ends,
            ActingTrail trail,
            TenantDatabase database,
            Outbox outbox,
            Origins origins,
            Scheduler jobs,
            Clock clock) {
        this.tenants = tenants;
        this.table = table;
        this.people = people;
        this.administrators = administrators;
        this.ends = ends;
        this.trail = trail;
        this.database = database;
        this.outbox = outbox;
        this.origins = origins;
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
                        operator.epoch(),
                        operator.email(),
                        reason,
                        now,
                        now.plus(length),
                        Optional.empty());
        var token = Tokens.fresh();
        of(tenant.id()).stream()
                .filter(each -> each.operator().equals(operator.id()) && each.isUnderWay(now))
                .forEach(before -> end(tenant.id(), before, operator.id().toString()));
        trail.tellConsole(tenant.id(), operator.id(), "acting.begun");
        database.run(
                tenant.id(),
                () -> {
                    table.insert(tenant.id(), acting, Tokens.hash(token), now.plus(ON_THE_WAY));
                    var by = operator.id().toString();
                    trail.tellTenant(tenant.id(), by, "acting.begun", acting.id().toString());
                    tell(tenant, acting, length);
                    jobs.schedule(
                            ActingWorker.END
                                    .instance(acting.id().toString())
                                    .data(new ActingWorker.Job(tenant.id(), acting.id()))
                                    .scheduledTo(acting.until()));
                });
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
                        .filter(acting -> isLive(tenant, acting))
                : Optional.empty();
    }

    /** As whom this session acts, while it does; empty for sessions of people themselves. */
    Optional<Acting> live(Person person, @Nullable HttpSession session) {
        return session != null && session.getAttribute(SESSION) instanceof UUID id
                ? table.find(person.tenant(), id)
                        .filter(acting -> acting.operator().equals(person.id()))
                        .filter(acting -> isLive(person.tenant(), acting))
                : Optional.empty();
    }

    static boolean isIn(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SESSION) != null;
    }

    /**
     * Ends with the operator's rights, with the operator's sessions on the console, and once the
     * tenant wants it no more.
     */
    private boolean isLive(TenantId tenant, Acting acting) {
        return acting.isUnderWay(clock.instant())
                && tenants.find(tenant).filter(brand -> brand.tenant().acting()).isPresent()
                && trail.console()
                        .flatMap(console -> people.find(console, acting.operator()))
                        .filter(Account::isActive)
                        .map(Account::person)
                        .filter(Person::isOperator)
                        .filter(person -> person.epoch() == acting.epoch())
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
        trail.tellConsole(tenant, acting.operator(), "acting.changed");
        trail.tellTenant(tenant, acting.operator().toString(), "acting.changed", path);
    }

    /**
     * At once, wherever the operator's session is.
     *
     * @param by id of who ended it, or the part of the system that did
     */
    public void end(TenantId tenant, Acting acting, String by) {
        ends.end(tenant, acting, by);
    }

    /** Whoever acts for the tenant does so no longer, and no link opens that was not opened. */
    void endAll(TenantId tenant, String by) {
        ends.endAll(tenant, by);
    }

    /** Whoever leaves by themselves acts no longer. */
    void leave(Person person, @Nullable HttpSession session) {
        live(person, session)
                .ifPresent(acting -> end(person.tenant(), acting, person.id().toString()));
    }
}
