package za.co.spikedata.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says how passwords are kept and who must give more than one. */
@Component
class SignInFacts implements SecurityFacts {
    @Override
    public List<Fact> of(Tenant tenant) {
        return List.of(
                Fact.of(
                        Fact.Topic.SIGN_IN,
                        "passwords",
                        PasswordConfiguration.MEMORY_KIB / 1_024,
                        PasswordConfiguration.PASSES),
                Fact.of(Fact.Topic.SIGN_IN, secondFactor(tenant)),
                Fact.of(
                        Fact.Topic.SIGN_IN,
                        "session-longest",
                        LiveAccountFilter.LONGEST_SESSION.toHours(),
                        SignIns.MOST_SESSIONS),
                Fact.of(Fact.Topic.RETENTION, "devices", SweepWorker.DEVICES.toDays()));
    }

    private static String secondFactor(Tenant tenant) {
        if (!tenant.roles().secondFactor().isEmpty()
                && tenant.secondFactor() != Tenant.SecondFactor.EVERYONE) {
            return "factor-roles";
        }
        return switch (tenant.secondFactor()) {
            case OPTIONAL -> "factor-optional";
            case ADMINISTRATORS -> "factor-administrators";
            case EVERYONE -> "factor-everyone";
        };
    }
}
