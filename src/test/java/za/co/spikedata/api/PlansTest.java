package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

@PortalTest
class PlansTest {
    private static final Plan SLOW = new Plan("slow", 100_000, 0, 2, 1, 100);

    /** More than any of them lets through while a test lasts. */
    private static final int MANY = 10;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Autowired private TenantDatabase database;
    private Plans plans;
    private Ledger ledger;
    private Holder holder;
    private TenantId tenant;

    @BeforeEach
    void aTenantBegins() {
        plans = portal.getBean(Plans.class);
        ledger = portal.getBean(Ledger.class);
        tenant = NewTenant.create(port, "plans").id();
        holder = new Holder(portal, tenant.value());
    }

    @Test
    void tellEachProgramHowItsRateStands() {
        var program = new Program(port).with(holder.pair().secret());

        var answer = list(program);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"requests\";q=12000;w=60, \"at-once\";q=8;qu=\"concurrent-requests\"");
        assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                .matches("\"requests\";r=1\\d{4};t=\\d+");
        assertThat(program.post("/pdf2", "{}").headers().firstValue("RateLimit")).isPresent();
        assertThat(new Program(port).post("/pdf2", "{}").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @Test
    void refuseWhatIsMoreThanAMinuteAllows() {
        var program = new Program(port).with(holder.pair().secret());
        plans.set(tenant, holder.person(), SLOW, "a test");
        HttpResponse<String> answer = list(program);
        for (int asked = 1; asked < MANY && answer.statusCode() == 200; asked++) {
            answer = list(program);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().allValues("Retry-After"))
                .singleElement()
                .satisfies(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 30));
        assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                .startsWith("\"requests\";r=0;t=");
        var older = program.envelope("/pdf2", "{}");
        assertThat(older.get("code").stringValue())
                .isEqualTo("error/common/access/exceeded-max-concurrent-requests");
    }

    @Test
    void refuseInTimeWhileTooManyAreAskedWhoTheyAre() throws InterruptedException {
        var program = new Program(port).with(holder.pair().secret());
        var entrance = portal.getBean(Entrance.class);
        var inside = new CountDownLatch(Entrance.MOST);
        var end = new CountDownLatch(1);
        Supplier<Boolean> stays =
                () -> {
                    inside.countDown();
                    try {
                        return end.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                };
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Entrance.MOST; i++) {
                crowd.execute(() -> entrance.pass(Optional::empty, stays));
            }
            inside.await();
            try {
                assertThat(list(program).statusCode()).isEqualTo(429);
                assertThat(program.envelope("/pdf2", "{}").get("code").stringValue())
                        .isEqualTo("error/common/access/exceeded-max-concurrent-requests");
            } finally {
                end.countDown();
            }
        }
        assertThat(list(program).statusCode()).isEqualTo(200);
    }

    @Test
    void beginALedgerAsTheDocumentSaysHoweverOldWhatANodeKnows() {
        var heard = new Plan("heard before", 100_000, 500, 60, 2, 1_000);
        var id = UUID.randomUUID();
        var client = new Client(tenant, id, id, Set.of(), 2, Pace.OF_TENANT, heard);
        plans.set(tenant, holder.person(), new Plan("none", 0, 0, 60, 2, 1_000), "a test");

        var charged = ledger.charge(client, costing(10));

        assertThat(charged).isInstanceOf(Ledger.Charged.Insufficient.class);
        assertThat(plans.balance(tenant)).isZero();
        assertThat(plans.lines(tenant)).isEqualTo(1);
        plans.set(tenant, holder.person(), new Plan("some", 0, 30, 60, 2, 1_000), "a test");
        ledger.charge(client, costing(10));
        assertThat(plans.balance(tenant)).isEqualTo(20);
    }

    private static Ledger.Charge costing(int tenths) {
        var file = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        return new Ledger.Charge(
                UUID.randomUUID(), UUID.randomUUID(), "code", tenths, Optional.of(file));
    }

    @Test
    void takeNoFileThatIsLargerThanThePlanAllows() {
        var program = new Program(port).with(holder.pair().secret());
        var wide = new Plan("small files", 100_000, 0, 12_000, 8, 100);
        var file = Program.body(("%PDF-1.7\n" + "x".repeat(200)).getBytes(StandardCharsets.UTF_8));
        plans.set(tenant, holder.person(), wide, "a test");
        assertThat(program.post("/pdf2", file).statusCode()).isEqualTo(413);
        var whole =
                program.with("Content-Type", "application/pdf")
                        .post("/v7/documents", "%PDF-1.7\n" + "x".repeat(200));
        assertThat(whole.statusCode()).isEqualTo(413);
    }

    @Test
    void giveCreditsOnceForEachTimeTheyAreGiven() {
        long before = plans.balance(tenant);
        var id = UUID.randomUUID();

        assertThat(plans.give(tenant, holder.person(), id, 500, "paid")).isTrue();
        assertThat(plans.give(tenant, holder.person(), id, 500, "paid")).isTrue();

        assertThat(plans.balance(tenant)).isEqualTo(before + 500);
    }

    @Test
    void takeNoMoreCreditsThanThereAre() {
        long before = plans.balance(tenant);

        assertThat(plans.give(tenant, holder.person(), UUID.randomUUID(), -before - 1, "x"))
                .isFalse();
        assertThat(plans.balance(tenant)).isEqualTo(before);
        assertThat(plans.give(tenant, holder.person(), UUID.randomUUID(), -before, "x")).isTrue();
        assertThat(plans.balance(tenant)).isZero();
    }

    @Test
    void tellThoseInChargeOnceEachTimeCreditsRunOut() {
        var made = NewTenant.create(port, "low");
        var email = "low-" + UUID.randomUUID() + "@example.com";
        portal.getBean(People.class)
                .add(made.id(), email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        plans.set(made.id(), holder.person(), new Plan("few", 1_000, 0, 60, 2, 1_000), "a test");

        charge(made.id(), 900);
        var crossing = charge(made.id(), 10);
        ledger.charge(made.id(), crossing);
        charge(made.id(), 10);
        assertThat(MailServer.next(email, 0)).contains("9.0 credits");
        plans.give(made.id(), holder.person(), UUID.randomUUID(), 500, "more");
        charge(made.id(), 400);
        plans.give(made.id(), holder.person(), UUID.randomUUID(), -100, "less");
        charge(made.id(), 10);

        assertThat(MailServer.next(email, 1)).contains("8.0 credits");
        assertThat(MailServer.to(email)).hasSize(2);
    }

    @Test
    void letNoChargeWaitForMailsToBeDrawn() {
        var made = NewTenant.create(port, "draw");
        var email = "draw-" + UUID.randomUUID() + "@example.com";
        portal.getBean(People.class)
                .add(made.id(), email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        plans.set(made.id(), holder.person(), new Plan("few", 1_000, 0, 60, 2, 1_000), "a test");

        long written =
                database.call(
                        made.id(),
                        () -> {
                            charge(made.id(), 910);
                            return portal.getBean(JdbcClient.class)
                                    .sql(
                                            """
                                            select count(*) from mail_letter
                                            where xmin = pg_current_xact_id()::xid
                                            """)
                                    .query(Long.class)
                                    .single();
                        });

        assertThat(written).isZero();
        assertThat(MailServer.next(email, 0)).contains("9.0 credits");
    }

    @Test
    void giveEachMonthOnce() {
        plans.set(tenant, holder.person(), new Plan("monthly", 1_000, 300, 60, 2, 1_000), "a test");
        assertThat(plans.balance(tenant)).isEqualTo(1_300);

        charge(100);
        charge(100);

        assertThat(plans.balance(tenant)).isEqualTo(1_100);
    }

    @Test
    @DisplayName("what was decided on before documents told plans is brought into them, once")
    void comeIntoDocumentsFromBeforeThem() {
        decideEarlier();
        var earlier = portal.getBean(EarlierPlans.class);
        assertThat(plans.of(tenant)).isEqualTo(Plan.STANDARD);

        earlier.afterSingletonsInstantiated();
        assertThat(plans.of(tenant)).isEqualTo(new Plan("early", 50, 5, 6, 7, 800));

        plans.set(tenant, holder.person(), SLOW, "a test");
        earlier.afterSingletonsInstantiated();
        assertThat(plans.of(tenant)).isEqualTo(SLOW);
    }

    @Test
    void waitForADocumentThatIsNotValidAndStopNobodyElse() {
        decideEarlier();
        var earlier = portal.getBean(EarlierPlans.class);
        var versions = portal.getBean(TenantVersions.class);
        var valid = versions.find(tenant, versions.served(tenant)).orElseThrow();
        document("{\"tenant.yml\":\"nonsense: 1\"}");
        try {
            earlier.afterSingletonsInstantiated();
        } finally {
            versions.apply(tenant, valid, "test", _ -> {});
        }
        assertThat(plans.of(tenant)).isEqualTo(Plan.STANDARD);

        earlier.afterSingletonsInstantiated();

        assertThat(plans.of(tenant)).isEqualTo(new Plan("early", 50, 5, 6, 7, 800));
    }

    @Test
    void beginNoLedgerOfATenantThatIsNotServed() {
        var versions = portal.getBean(TenantVersions.class);
        var valid = versions.find(tenant, versions.served(tenant)).orElseThrow();
        document("{\"tenant.yml\":\"nonsense: 1\"}");
        versions.refresh();
        try {
            assertThatThrownBy(
                            () -> plans.give(tenant, holder.person(), UUID.randomUUID(), 500, "x"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(plans.lines(tenant)).isZero();
            assertThat(plans.balance(tenant)).isZero();
        } finally {
            versions.apply(tenant, valid, "test", _ -> {});
        }
    }

    @Test
    void areOfNoNonsense() {
        assertThatThrownBy(() -> new Plan("", 0, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan("x", -1, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan("x", 0, 0, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As a release does that knows no plans in documents. */
    private void decideEarlier() {
        JdbcClient.create(owners)
                .sql(
                        """
                        insert into api_plan (tenant_id, name, start_tenths, monthly_tenths,
                            requests_a_minute, at_once, most_bytes, set_by, set_at, reason)
                        values (:tenant, 'early', 50, 5, 6, 7, 800, 'x', now(), 'long ago')
                        """)
                .param("tenant", tenant.value())
                .update();
    }

    private void document(String text) {
        JdbcClient.create(owners)
                .sql("update tenancy_document set files = :files where tenant = :tenant")
                .param("files", text)
                .param("tenant", tenant.value())
                .update();
    }

    private void charge(int tenths) {
        charge(tenant, tenths);
    }

    private Ledger.Charge charge(TenantId whose, int tenths) {
        var file = Optional.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        var charge =
                new Ledger.Charge(UUID.randomUUID(), UUID.randomUUID(), "code/x", tenths, file);
        ledger.charge(whose, charge);
        return charge;
    }

    private static HttpResponse<String> list(Program program) {
        return program.send(
                "api.localhost", "GET", "/v7/documents", HttpRequest.BodyPublishers.noBody());
    }
}
