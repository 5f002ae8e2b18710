package za.co.spikedata.guard;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says when the guard slows, locks and bans. */
@Component
class GuardFacts implements SecurityFacts {
    @Override
    public List<Fact> of(Tenant tenant) {
        return List.of(
                Fact.of(
                        Fact.Topic.GUARD,
                        "locks",
                        Attempts.TRIES,
                        Attempts.FIRST_LOCK.toMinutes(),
                        Attempts.LONGEST_LOCK.toMinutes()),
                Fact.of(
                        Fact.Topic.GUARD,
                        "limits",
                        Allowance.ADDRESS.burst(),
                        Allowance.ACCOUNT.burst()),
                Fact.of(Fact.Topic.GUARD, "bans", Bans.FIRST.toMinutes()));
    }
}
