package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Mail that waits for another password of its tenant's own server. One alone tries a new password
 * at once, since a server may lock out whoever comes with a wrong one many times; once it is sent,
 * the rest follows. Where it is not, {@link RefusedPasswords} keeps the rest from trying too.
 */
@Component
class HeldUp {
    private static final Set<MailFault> OF_PASSWORD =
            EnumSet.of(MailFault.NO_PASSWORD, MailFault.SIGN_IN);

    private final DispatchLog log;
    private final TenantDatabase database;
    private final Clock clock;

    HeldUp(DispatchLog log, TenantDatabase database, Clock clock) {
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /** The oldest that is not being tried anyway. */
    void tryOne(SchedulerClient jobs, TenantId tenant) {
        for (var dispatch : waiting(tenant)) {
            if (isTriedNow(jobs, dispatch)) {
                return;
            }
        }
    }

    /**
     * After a try: what was held up and is sent shows that the password is right, and brings on as
     * many more as are sent at once.
     */
    void follow(SchedulerClient jobs, MailWorker.Letter tried) {
        log.find(tried.id())
                .filter(dispatch -> dispatch.state() == Dispatch.State.SENT)
                .filter(dispatch -> dispatch.fault().filter(OF_PASSWORD::contains).isPresent())
                .ifPresent(sent ->
                        waiting(sent.tenant()).forEach(dispatch -> isTriedNow(jobs, dispatch)));
    }

    private List<Dispatch> waiting(TenantId tenant) {
        return log.failing(tenant, OF_PASSWORD, clock.instant(), OwnServer.MOST_AT_ONCE);
    }

    /** Not in the caller's transaction: one that is being sent at this moment stays as it is. */
    private boolean isTriedNow(SchedulerClient jobs, Dispatch dispatch) {
        var job = new MailWorker.Letter(dispatch.tenant(), dispatch.id());
        try {
            return database.call(dispatch.tenant(), () -> isDueNow(jobs, job));
        } catch (TaskInstanceCurrentlyExecutingException
                | TaskInstanceNotFoundException meanwhile) {
            return false;
        }
    }

    /**
     * Asks the server even where it lately refused. In the caller's transaction, the job before its
     * row of the log, which is the order that all lock them in.
     *
     * @return false when the job was changed meanwhile
     */
    boolean isDueNow(SchedulerClient jobs, MailWorker.Letter letter) {
        var now = clock.instant();
        var job = MailWorker.JOB.instanceId(MailWorker.name(letter));
        boolean isDue = jobs.reschedule(job, now, letter.asked());
        if (isDue) {
            log.triesAt(letter.id(), now);
        }
        return isDue;
    }
}
