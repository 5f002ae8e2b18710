package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** What operators see of the outbox, and may do about a mail that does not go. */
@Component
public class Dispatches {
    private final DispatchLog log;
    private final Postman postman;
    private final HeldUp heldUp;
    private final TenantDatabase database;
    private final Scheduler jobs;

    Dispatches(
            DispatchLog log,
            Postman postman,
            HeldUp heldUp,
            TenantDatabase database,
            Scheduler jobs) {
        this.log = log;
        this.postman = postman;
        this.heldUp = heldUp;
        this.database = database;
        this.jobs = jobs;
    }

    /** What came of an operator's wish. */
    public enum Outcome {
        DONE,
        /** It is being sent at this moment. */
        BUSY,
        /** It was sent or given up before. */
        ENDED,
        /** People must hear of it: of what operators do, or of their account's security. */
        OWED
    }

    public Optional<Dispatch> find(UUID id) {
        return log.find(id);
    }

    /** The newest first. */
    public List<Dispatch> newest(Dispatch.Asked asked, int from, int most) {
        return log.newest(asked, from, most);
    }

    public int count(Dispatch.Asked asked) {
        return log.count(asked);
    }

    public Dispatch.Counts counts() {
        return log.counts();
    }

    /**
     * Sends it as soon as a worker is free, also by a server that lately refused.
     *
     * @param told in the same transaction, once it is done
     */
    public Outcome tryNow(Dispatch dispatch, Runnable told) {
        return changed(
                dispatch,
                job -> {
                    if (!heldUp.isDueNow(jobs, job)) {
                        return Outcome.BUSY;
                    }
                    told.run();
                    return Outcome.DONE;
                });
    }

    /**
     * Sends at once the oldest of what waits for another password of the tenant's own mail server;
     * the rest follows when that is sent, or goes when it is due.
     */
    public void tryWithNewPassword(TenantId tenant) {
        heldUp.tryOne(jobs, tenant);
    }

    /**
     * Its words are deleted, and it is not sent.
     *
     * @param told in the same transaction, once it is done
     */
    public Outcome giveUp(Dispatch dispatch, Runnable told) {
        if (!dispatch.mayBeGivenUp()) {
            return Outcome.OWED;
        }
        return changed(
                dispatch,
                job -> {
                    jobs.cancel(MailWorker.JOB.instanceId(MailWorker.name(job)));
                    postman.giveUp(job);
                    told.run();
                    return Outcome.DONE;
                });
    }

    private Outcome changed(Dispatch dispatch, Function<MailWorker.Letter, Outcome> change) {
        if (dispatch.state() != Dispatch.State.WAITING) {
            return Outcome.ENDED;
        }
        var job = new MailWorker.Letter(dispatch.tenant(), dispatch.id());
        try {
            return database.call(dispatch.tenant(), () -> change.apply(job));
        } catch (TaskInstanceCurrentlyExecutingException sending) {
            return Outcome.BUSY;
        } catch (TaskInstanceNotFoundException sent) {
            return Outcome.ENDED;
        }
    }
}
