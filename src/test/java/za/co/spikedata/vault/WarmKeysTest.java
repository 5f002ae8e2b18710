package za.co.spikedata.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.BeforeTransactions;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** A key service that is slow holds up no connection of the database. */
@PortalTest
class WarmKeysTest {
    private static final byte[] CONTEXT = "somewhere".getBytes(UTF_8);

    @Autowired private JdbcClient jdbc;
    @Autowired private NamedParameterJdbcOperations statements;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Clock clock;

    private final TenantId tenant = new TenantId(NewTenant.name("warm"));
    private final Watchful service = new Watchful();
    private TenantKeyTable table;
    private byte[] first;
    private byte[] second;

    /** Wraps in clear, and notes whether whoever asks holds a connection. */
    private static final class Watchful implements KeyService {
        private final List<Boolean> holding = new ArrayList<>();
        private boolean isAway;

        @Override
        public String current() {
            return "watchful";
        }

        @Override
        public byte[] wrap(byte[] key, String context) {
            return key.clone();
        }

        @Override
        public byte[] unwrap(String by, byte[] wrapped, String context) {
            holding.add(TransactionSynchronizationManager.isActualTransactionActive());
            if (isAway) {
                throw new KeysUnavailable(new IllegalStateException("away"));
            }
            return wrapped.clone();
        }
    }

    @BeforeEach
    void twoGenerationsAreThere() {
        table = new TenantKeyTable(jdbc, transactions);
        var ring = ring();
        ring.search(tenant);
        first = ring.sealed(tenant, "", CONTEXT, "first".getBytes(UTF_8));
        ring.advance(tenant);
        second = ring.sealed(tenant, "", CONTEXT, "second".getBytes(UTF_8));
        service.holding.clear();
    }

    @AfterEach
    void theyGo() {
        for (var held : table.all(tenant)) {
            table.delete(tenant, held.purpose(), held.row().generation());
        }
    }

    @Test
    void areUnwrappedBeforeTheTransactionBegins() {
        var ring = ring();
        var database = database(new WarmKeys(ring, clock));

        var texts = database.call(tenant, () -> all(ring));

        assertThat(texts).containsExactly("first", "second");
        assertThat(service.holding).hasSize(3).containsOnly(false);
    }

    @Test
    void wouldHoldAConnectionWithoutThat() {
        var ring = ring();

        database().run(tenant, () -> all(ring));

        assertThat(service.holding).containsOnly(true);
    }

    @Test
    void hinderNothingThatNeedsNoneWhileTheServiceIsAway() {
        service.isAway = true;
        var database = database(new WarmKeys(ring(), clock));

        assertThat(database.call(tenant, () -> "done")).isEqualTo("done");
        assertThat(database.call(tenant, () -> "again")).isEqualTo("again");

        assertThat(service.holding).as("asked once").containsExactly(false);
    }

    @Test
    void areNotMadeForATenantThatHasNone() {
        var stranger = new TenantId(NewTenant.name("cold"));

        database(new WarmKeys(ring(), clock)).run(stranger, () -> {});

        assertThat(table.all(stranger)).isEmpty();
    }

    private List<String> all(KeyRing ring) {
        ring.search(tenant);
        return List.of(first, second).stream()
                .map(sealed -> new String(ring.unsealed(tenant, "", CONTEXT, sealed), UTF_8))
                .toList();
    }

    private KeyRing ring() {
        return new KeyRing(service, table, clock);
    }

    private TenantDatabase database(BeforeTransactions... before) {
        var beans = new StaticListableBeanFactory();
        for (var each : before) {
            beans.addBean("before", each);
        }
        return new TenantDatabase(
                statements, transactions, beans.getBeanProvider(BeforeTransactions.class));
    }
}
