package za.co.spikedata.mail;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.TenantId;

/** How many of a tenant's mails do not go. */
@Component
class MailTally implements Tally {
    private final DispatchLog log;

    MailTally(DispatchLog log) {
        this.log = log;
    }

    @Override
    public Map<Figure, Long> of(TenantId tenant, Instant now) {
        return Map.of(Figure.MAILS_FAILED, log.troubled(tenant, now.minus(WINDOW)));
    }
}
