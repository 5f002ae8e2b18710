package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** What is found in one trip to the database, and what is left of it there. */
@PortalTest
class OneTripTest {
    private static final int CALLS = 10;
    private static final String REASON =
            "select reason from tenancy_suspension where :none::uuid is null";
    private static final String SUSPENDED = "select tenant_id from tenancy_suspension";

    @LocalServerPort private int port;
    @Autowired private TenantDatabase database;
    @Autowired private Suspensions suspensions;
    @Autowired private JdbcClient jdbc;
    @Autowired private HikariDataSource pool;

    private TenantId tenant;
    private TenantId other;

    @BeforeEach
    void oneOfTwoTenantsIsSuspended() {
        tenant = NewTenant.create(port, "one-trip").id();
        other = NewTenant.create(port, "one-trip-other").id();
        suspensions.begin(tenant, "for a while");
    }

    @Test
    void findsTheRowsOfItsTenantAlone() {
        assertThat(suspended(tenant)).contains(tenant.value());
        assertThat(suspended(other)).isEmpty();
    }

    @Test
    void leavesNoTenantToWhoeverAsksNext() {
        suspended(tenant);

        assertThat(jdbc.sql(SUSPENDED).query(String.class).list()).isEmpty();
    }

    @Test
    void seesWhatItsOpenTransactionDid() {
        database.run(
                tenant,
                () -> {
                    suspensions.end(tenant);
                    assertThat(suspended(tenant)).isEmpty();
                });
    }

    @Test
    void isRefusedInAnotherTenantsTransaction() {
        assertThatThrownBy(() -> database.run(other, () -> suspended(tenant)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** As often as the driver needs to have the statements prepared, and once more. */
    @Test
    void findsTheSameEachTimeOnOneConnection() throws SQLException {
        try (var connection = pool.getConnection()) {
            var one = on(new SingleConnectionDataSource(connection, true));
            for (int i = 0; i < CALLS; i++) {
                assertThat(reason(one, Optional.empty())).contains("for a while");
                assertThat(reason(one, Optional.of(UUID.randomUUID()))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringtype=unspecified",
                "prepareThreshold=-1",
                "preferQueryMode=simple",
                "preferQueryMode=extendedForPrepared",
                "preferQueryMode=extendedCacheEverything",
                "prepareThreshold=1",
                "prepareThreshold=0",
                "defaultRowFetchSize=1",
                "autosave=always"
            })
    void missesNoRowInSilenceWhateverTheDriverDoes(String option) {
        var url = pool.getJdbcUrl() + "?" + option;
        try (var connection =
                new SingleConnectionDataSource(url, pool.getUsername(), pool.getPassword(), true)) {
            var one = on(connection);
            for (int i = 0; i < CALLS; i++) {
                try {
                    assertThat(reason(one, Optional.empty())).contains("for a while");
                } catch (IllegalStateException apart) {
                    assertThat(apart).hasMessageContaining("apart");
                }
            }
        }
    }

    /** The driver sends what it has no type for apart, once it knows a text is to come back. */
    @Test
    void isLoudWhereARowWouldBeMissed() throws SQLException {
        try (var connection = pool.getConnection()) {
            var one = on(new SingleConnectionDataSource(connection, true));

            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < CALLS; i++) {
                                    one.find(
                                            tenant,
                                            REASON,
                                            new MapSqlParameterSource()
                                                    .addValue("none", null, Types.OTHER),
                                            (row, _) -> row.getString("reason"));
                                }
                            })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("apart");
        }
    }

    private static TenantDatabase on(DataSource source) {
        return new TenantDatabase(
                new NamedParameterJdbcTemplate(source),
                new JdbcTransactionManager(source),
                new StaticListableBeanFactory().getBeanProvider(BeforeTransactions.class));
    }

    private Optional<String> reason(TenantDatabase asked, Optional<UUID> none) {
        return asked.find(
                tenant,
                REASON,
                new MapSqlParameterSource()
                        .addValue("none", none.orElse(null), Types.OTHER, "uuid"),
                (row, _) -> row.getString("reason"));
    }

    private Optional<String> suspended(TenantId asking) {
        return database.find(
                asking, SUSPENDED, new MapSqlParameterSource(), (row, _) -> row.getString(1));
    }
}
