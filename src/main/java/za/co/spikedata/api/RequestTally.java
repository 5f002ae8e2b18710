package za.co.spikedata.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How much a tenant's programs asked lately, how it ended, and what is left to them. */
@Repository
class RequestTally implements Tally {
    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final Plans plans;

    RequestTally(JdbcClient jdbc, TenantDatabase database, Plans plans) {
        this.jdbc = jdbc;
        this.database = database;
        this.plans = plans;
    }

    @Override
    public Map<Figure, Long> of(TenantId tenant, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) as requests,
                                            count(*) filter (where code like 'pdf/fail/%')
                                                as failed,
                                            coalesce(extract(epoch from max(at)), 0)::bigint as last
                                        from api_ledger
                                        where tenant_id = :tenant and at >= :since
                                            and credential_id is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                                .query((row, _) -> row(row, plans.balance(tenant)))
                                .single());
    }

    private static Map<Figure, Long> row(ResultSet row, long balance) throws SQLException {
        long requests = row.getLong("requests");
        return Map.of(
                Figure.REQUESTS,
                requests,
                Figure.REQUESTS_FAILED,
                Tally.perThousand(row.getLong("failed"), requests),
                Figure.CREDITS,
                balance,
                Figure.LAST_ACTIVITY,
                row.getLong("last"));
    }
}
