package za.co.spikedata.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Ends acting for a tenant at once, wherever the operator's session is. */
@Component
class ActingEnds {
    private final ActingTable table;
    private final Sessions sessions;
    private final ActingTrail trail;
    private final TenantDatabase database;
    private final Clock clock;

    ActingEnds(
            ActingTable table,
            Sessions sessions,
            ActingTrail trail,
            TenantDatabase database,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param by id of who ended it, or the part of the system that did
     */
    void end(TenantId tenant, Acting acting, String by) {
        if (table.find(tenant, acting.id()).filter(found -> found.ended().isEmpty()).isEmpty()) {
            return;
        }
        trail.tellConsole(tenant, acting.operator(), "acting.ended");
        database.run(
                tenant,
                () -> {
                    if (table.end(tenant, acting.id(), by, clock.instant())) {
                        trail.tellTenant(tenant, by, "acting.ended", acting.id().toString());
                    }
                });
        sessions.endAll(tenant, acting.operator());
    }

    /** Whoever's it is: nobody who was there before goes on. */
    void endAll(TenantId tenant, String by) {
        table.underWay(tenant, clock.instant()).forEach(acting -> end(tenant, acting, by));
    }
}
