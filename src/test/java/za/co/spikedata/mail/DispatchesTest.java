package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.WaitingMail;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Mails that do not go, and what operators do about them. */
@PortalTest
class DispatchesTest {
    private static final int TENTHS_OF_SECONDS = 300;

    @LocalServerPort private int port;
    @Autowired private Dispatches dispatches;
    @Autowired private DispatchLog log;
    @Autowired private LetterTable letters;
    @Autowired private Outbox outbox;
    @Autowired private TenantDatabase database;
    @Autowired private Scheduler jobs;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private TenantId tenant;

    @BeforeEach
    void create() {
        tenant = NewTenant.create(port, "mail").id();
    }

    @AfterEach
    void forgetWhatWaits() {
        WaitingMail.forget(owners, tenant);
    }

    @Test
    void tellWhatWasSentWithoutSayingToWhom() throws InterruptedException {
        outbox.send(tenant, "thandi@example.com", "reset", "https://example.com/x");

        var mail =
                await(
                        newest().stream()
                                .filter(each -> each.kind().equals("reset"))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        each -> each.state() == Dispatch.State.SENT);

        assertThat(mail.tries()).isZero();
        assertThat(mail.next()).isEmpty();
        assertThat(mail.ended()).isPresent();
        assertThat(mail.toString()).doesNotContain("thandi");
    }

    @Test
    void tryAgainAtOnceOrGiveUp() throws InterruptedException {
        var told = new AtomicInteger();
        var id = unreadable("reset");
        var failed = await(id, each -> each.tries() == 1);
        assertThat(failed.fault()).contains(MailFault.UNREADABLE);
        assertThat(failed.next().orElseThrow()).isAfter(failed.written());
        assertThat(log.troubled(tenant, Instant.EPOCH)).isEqualTo(1);

        assertThat(dispatches.tryNow(failed, told::incrementAndGet))
                .isEqualTo(Dispatches.Outcome.DONE);

        var again = await(id, each -> each.tries() == 2);
        assertThat(failing()).contains(again);
        await(
                id,
                each -> dispatches.giveUp(each, told::incrementAndGet) == Dispatches.Outcome.DONE);
        var ended = log.find(id).orElseThrow();
        assertThat(ended.state()).isEqualTo(Dispatch.State.GIVEN_UP);
        assertThat(letters.find(tenant, id)).as("its words").isEmpty();
        assertThat(dispatches.tryNow(ended, told::incrementAndGet))
                .isEqualTo(Dispatches.Outcome.ENDED);
        assertThat(dispatches.giveUp(again, told::incrementAndGet))
                .isEqualTo(Dispatches.Outcome.ENDED);
        assertThat(told).as("of what was done alone").hasValue(2);
    }

    @Test
    void keepNobodyFromHearingWhatOperatorsDo() throws InterruptedException {
        for (var kind : List.of("acting-begun", "opening-yours", "new-device", "of-tomorrow")) {
            var mail = await(unreadable(kind), each -> each.tries() == 1);

            assertThat(dispatches.giveUp(mail, Assertions::fail))
                    .as(kind)
                    .isEqualTo(Dispatches.Outcome.OWED);
            assertThat(letters.find(tenant, mail.id())).as(kind).isPresent();
        }
    }

    @Test
    void endWhereTheWordsAreGone() throws InterruptedException {
        var id = unreadable("reset");
        var failed = await(id, each -> each.tries() == 1);
        database.run(tenant, () -> letters.delete(tenant, id));

        assertThat(dispatches.tryNow(failed, () -> {})).isEqualTo(Dispatches.Outcome.DONE);

        await(id, each -> each.state() == Dispatch.State.GIVEN_UP);
        assertThat(log.troubled(tenant, Instant.now())).isZero();
    }

    @Test
    @DisplayName(
            "tries are counted over all, so that a try at once does not begin a new day of them")
    void areTriedNoMoreOftenForBeingTriedAtOnce() throws InterruptedException {
        var id = unreadable("reset");
        await(id, each -> each.tries() == 1);
        for (int fault = 1; fault < MailWorker.MOST_FAULTS; fault++) {
            log.failed(id, MailFault.OTHER, Instant.now());
        }

        dispatches.tryNow(log.find(id).orElseThrow(), () -> {});

        await(id, each -> each.state() == Dispatch.State.GIVEN_UP);
    }

    /** One that no key opens fails for certain, as one does whose server is away. */
    private UUID unreadable(String kind) {
        var id = UUID.randomUUID();
        var job = new MailWorker.Letter(tenant, id);
        var now = Instant.now();
        database.run(
                tenant,
                () -> {
                    letters.insert(tenant, id, new byte[] {0, 0, 0, 1, 2, 3});
                    log.wrote(tenant, id, kind, now);
                    jobs.schedule(
                            MailWorker.JOB
                                    .instance(MailWorker.name(job))
                                    .data(job)
                                    .scheduledTo(now));
                });
        return id;
    }

    private List<Dispatch> newest() {
        return dispatches.newest(new Dispatch.Asked(Optional.of(tenant), Optional.empty()), 0, 10);
    }

    private List<Dispatch> failing() {
        return dispatches.newest(
                new Dispatch.Asked(Optional.of(tenant), Optional.of(Dispatch.Show.FAILING)), 0, 10);
    }

    private Dispatch await(UUID id, Predicate<Dispatch> condition) throws InterruptedException {
        for (int i = 0; i < TENTHS_OF_SECONDS; i++) {
            var found = log.find(id).filter(condition);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still " + log.find(id));
    }
}
