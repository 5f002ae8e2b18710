package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class LedgerTest {
    private static final int TRIES = 10_000;
    private static final int THREADS = 8;
    private static final long SEED = 20_261_127;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private TenantDatabase database;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Ledger ledger;
    private JdbcClient owner;
    private TenantId tenant;

    @BeforeEach
    void aTenantBegins() {
        ledger = portal.getBean(Ledger.class);
        owner = JdbcClient.create(owners);
        tenant = NewTenant.create(port, "ledger").id();
    }

    /** Whoever dies before the end of the transaction. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void isRightToTheTenthAfterTenThousandRetriesDuplicatesAndKills() throws Exception {
        var chance = new Random(SEED);
        var told = new ConcurrentHashMap<Ledger.Charge, Boolean>();
        var requests = new ArrayList<Ledger.Charge>();
        var tries = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < TRIES; i++) {
            if (requests.isEmpty() || chance.nextInt(3) == 0) {
                requests.add(charge(chance));
            }
            var charge = requests.get(chance.nextInt(requests.size()));
            boolean dies = chance.nextInt(10) == 0;
            tries.add(() -> {
                if (dies) {
                    return dying(charge);
                }
                ledger.charge(tenant, charge);
                told.put(charge, true);
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var done : pool.invokeAll(tries)) {
                done.get();
            }
        }

        var paid = new HashSet<String>();
        long expected = Plan.STANDARD.startTenths();
        for (var charge : told.keySet()) {
            var what = charge.fingerprint().map(each -> new String(each, StandardCharsets.UTF_8));
            if (charge.tenths() > 0 && what.isPresent() && paid.add(what.get())) {
                expected -= charge.tenths();
            }
        }
        assertThat(ledger.balance(tenant))
                .isEqualTo(expected)
                .isLessThan(Plan.STANDARD.startTenths());
        assertThat(sum()).isEqualTo(expected);
        assertThat(lines()).isEqualTo(told.size() + 1);
    }

    private boolean dying(Ledger.Charge charge) {
        try {
            database.run(
                    tenant,
                    () -> {
                        ledger.charge(tenant, charge);
                        throw new Killed();
                    });
        } catch (Killed killed) {
            return false;
        }
        return true;
    }

    /** Files have one outcome each, as they have in life, and one price. */
    private static Ledger.Charge charge(Random chance) {
        int file = chance.nextInt(400);
        int tenths = List.of(10, 1, 0).get(file % 3);
        return new Ledger.Charge(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "code",
                tenths,
                Optional.of(("file " + file).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void neverGivesMoreThanThereIs() {
        owner.sql(
                        """
                        insert into api_ledger (tenant_id, seq, at, code, tenths, balance)
                        values (:tenant, 1, now(), 'credit/start', 15, 15)
                        """)
                .param("tenant", tenant.value())
                .update();

        assertThat(ledger.charge(tenant, costing("one", 10)))
                .isInstanceOf(Ledger.Charged.Done.class);
        assertThat(ledger.charge(tenant, costing("two", 10)))
                .isInstanceOf(Ledger.Charged.Insufficient.class);
        assertThat(ledger.charge(tenant, costing("one", 10)))
                .isInstanceOf(Ledger.Charged.Done.class);
        assertThat(ledger.balance(tenant)).isEqualTo(5);
    }

    private static Ledger.Charge costing(String file, int tenths) {
        return new Ledger.Charge(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "code",
                tenths,
                Optional.of(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void chargesAsTheContractSaysAndOnceForEachFile() {
        var program = new Program(port).with(new Holder(portal, "acme").pair().secret());
        var seed = UUID.randomUUID().getMostSignificantBits();
        var statement = Samples.statement(Layout.FNB, Wish.usual(seed)).pdf();
        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(seed), "geheim").pdf();
        var asked = new HashMap<String, Map.Entry<String, String>>();
        asked.put("free", Map.entry("/pdf2test", Program.body(statement)));
        asked.put("none", Map.entry("/pdf2", Program.body(new byte[] {1, 2, 3})));

        asked.values().forEach(each -> assertThat(deducted(program, each)).isZero());
        assertThat(deducted(program, Map.entry("/pdf2", Program.body(statement))))
                .isEqualByComparingTo("-1");
        assertThat(deducted(program, Map.entry("/pdf2", Program.body(statement)))).isZero();
        assertThat(deducted(program, Map.entry("/pdf2", Program.body(locked))))
                .isEqualByComparingTo("-0.1");
        assertThat(deducted(program, Map.entry("/pdf2", Program.body(locked)))).isZero();
        assertThat(deducted(program, Map.entry("/pdf2", Program.body(locked, "geheim"))))
                .isEqualByComparingTo("-1");
    }

    private static BigDecimal deducted(Program program, Map.Entry<String, String> asked) {
        var envelope = program.envelope(asked.getKey(), asked.getValue());
        assertThat(envelope.get("creditBalance").decimalValue()).isPositive();
        return envelope.get("creditsDeducted").decimalValue();
    }

    private long sum() {
        return owner.sql("select sum(tenths) from api_ledger where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }

    private int lines() {
        return owner.sql("select count(*) from api_ledger where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }
}
