package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** What is found in one trip to the database, and what is left of it there. */
@PortalTest
class OneTripTest {
    private static final String SUSPENDED = "select tenant_id from tenancy_suspension";

    @LocalServerPort private int port;
    @Autowired private TenantDatabase database;
    @Autowired private Suspensions suspensions;
    @Autowired private JdbcClient jdbc;

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

    private Optional<String> suspended(TenantId asking) {
        return database.find(
                asking, SUSPENDED, new MapSqlParameterSource(), (row, _) -> row.getString(1));
    }
}
