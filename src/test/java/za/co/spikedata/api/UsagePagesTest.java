package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class UsagePagesTest {
    private static final long MARK = Plan.STANDARD.lowMark();
    private static final String NOTICE = "Few API credits left";
    private static final TenantId ACME = new TenantId("acme");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private People people;
    @Autowired private Ledger ledger;
    @Autowired private LowBalance lowBalance;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private String email;
    private Browserless administrator;

    @BeforeEach
    void anAdministratorSignsIn() {
        email = "usage-" + UUID.randomUUID() + "@example.com";
        people.add(ACME, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        administrator = new Browserless(port, "acme.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @Test
    void addUpByDayKeyAndOutcome() {
        var code = "code/" + UUID.randomUUID();
        charge(new Holder(portal, "acme").pair().credential().id(), code, 10);
        charge(new Holder(portal, "acme").pair().credential().id(), code, 1);
        var third = new Holder(portal, "acme").pair().credential().id();
        charge(third, code, 10);
        charge(third, code, 1);
        charge(third, code, 0);

        var rows =
                administrator.page("/api-usage").select("tbody tr").stream()
                        .map(row -> row.select("td").eachText())
                        .filter(cells -> cells.get(2).equals(code))
                        .toList();
        assertThat(rows)
                .extracting(cells -> cells.get(1) + " " + cells.get(3) + " " + cells.get(4))
                .containsExactlyInAnyOrder("till 1 -1.0", "till 1 -0.1", "till 3 -1.1");
        assertThat(administrator.page("/api-usage").select("main").text())
                .contains("Plan standard: 12")
                .doesNotContain("0.0 credits with each month");
        assertThat(administrator.page("/api-usage").select(".notice").text())
                .isEqualTo("Credits left: " + Usage.credits(ledger.balance(ACME)));
    }

    @Test
    void areTakenAwayAsAFile() {
        var code = "=code/" + UUID.randomUUID();
        charge(new Holder(portal, "acme").pair().credential().id(), code, 10);
        var answer = administrator.get("/api-usage/export.csv");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"api-usage.csv\"");
        assertThat(answer.body())
                .startsWith("\"day\",\"key\",\"outcome\",\"requests\",\"credits\"\n");
        assertThat(answer.body()).contains("\"till\",\"'" + code + "\",\"1\",\"-1.0\"\n");
    }

    @Test
    void showTheDaysThatAreAskedForAndTheUsualOnesForNoDays() {
        var code = "code/" + UUID.randomUUID();
        charge(new Holder(portal, "acme").pair().credential().id(), code, 10);

        assertThat(administrator.page("/api-usage?from=2001-01-01&to=2001-01-31").text())
                .contains("Nothing was asked for")
                .doesNotContain(code);
        assertThat(administrator.page("/api-usage?from=soon&to=%2B999999999-12-31").text())
                .contains(code);
    }

    @Test
    void tellAdministratorsOnceWhenTheBalanceFallsLow() {
        lowBalance.tell(ACME, Plan.STANDARD, MARK + 10, MARK);
        lowBalance.tell(ACME, Plan.STANDARD, MARK, MARK - 1);
        lowBalance.tell(ACME, Plan.STANDARD, MARK - 1, MARK - 11);

        lowBalance.tell(ACME, Plan.STANDARD, MARK, MARK - 10);

        assertThat(notices(email, 2))
                .anySatisfy(mail -> assertThat(mail).contains("999.9 credits", "/api-usage"))
                .anySatisfy(mail -> assertThat(mail).contains("999.0 credits"));
    }

    /** Waits for so many, among whatever other mail there is. */
    private static List<String> notices(String to, int count) {
        MailServer.await(to, NOTICE);
        for (int had = 0; all(to).size() < count; had++) {
            MailServer.next(to, had);
        }
        return all(to);
    }

    private static List<String> all(String to) {
        return MailServer.to(to).stream().filter(mail -> mail.startsWith(NOTICE)).toList();
    }

    private void charge(UUID credential, String code, int tenths) {
        var file = Optional.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        ledger.charge(ACME, new Ledger.Charge(UUID.randomUUID(), credential, code, tenths, file));
    }

    @Test
    void hearOfItFromTheChargeItself() {
        var tenant = new TenantId("spike");
        var administratorOfSpike = "low-" + UUID.randomUUID() + "@example.com";
        people.add(tenant, administratorOfSpike, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        ledger.charge(tenant, charge());
        var owner = JdbcClient.create(owners);
        long before = ledger.balance(tenant);
        owner.sql(
                        """
                        insert into api_ledger (tenant_id, seq, at, code, tenths, balance)
                        select tenant_id, max(seq) + 1, now(), 'credit/test', :by, :balance
                        from api_ledger where tenant_id = 'spike' group by tenant_id
                        """)
                .param("by", MARK - before)
                .param("balance", MARK)
                .update();
        ledger.charge(tenant, charge());
        ledger.charge(tenant, charge());
        owner.sql(
                        """
                        insert into api_ledger (tenant_id, seq, at, code, tenths, balance)
                        select tenant_id, max(seq) + 1, now(), 'credit/test', :by, :balance
                        from api_ledger where tenant_id = 'spike' group by tenant_id
                        """)
                .param("by", before - MARK)
                .param("balance", before)
                .update();

        assertThat(MailServer.await(administratorOfSpike, NOTICE)).contains("999.0 credits");
        assertThat(all(administratorOfSpike)).hasSize(1);
    }

    private static Ledger.Charge charge() {
        return new Ledger.Charge(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "code",
                10,
                Optional.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }
}
