package za.co.spikedata.retention;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says how long what people upload is kept. */
@Component
class RetentionFacts implements SecurityFacts {
    @Override
    public List<Fact> of(Tenant tenant) {
        var kept = tenant.retention();
        return List.of(
                fact("originals", kept.originals()),
                fact("failures", kept.failures()),
                fact("results", kept.results()),
                Fact.of(Fact.Topic.RETENTION, "receipts"));
    }

    /** In days where they are whole ones, else in hours. */
    private static Fact fact(String key, Duration period) {
        boolean whole = period.toHours() % 24 == 0;
        return Fact.of(
                Fact.Topic.RETENTION,
                key + (whole ? ".days" : ".hours"),
                whole ? period.toDays() : period.toHours());
    }
}
