package za.co.spikedata.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.statements.upload.Refusal;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How many statements a tenant brought lately, and how they ended. */
@Repository
class StatementTally implements Tally {
    /** Why a file is not read that nobody but us can mend. */
    private static final List<String> OURS =
            List.of(Reason.UNEXPECTED.name(), Reason.TOO_COMPLEX.name(), Refusal.NOT_STORED.name());

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    StatementTally(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public Map<Figure, Long> of(TenantId tenant, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) as documents,
                                            count(*) filter (where verdict = 'PROVEN') as proven,
                                            count(*) filter (where verdict = 'UNPROVEN')
                                                as unproven,
                                            count(*) filter (where verdict = 'CONTRADICTED')
                                                as contradicted,
                                            count(*) filter (where state = 'REFUSED'
                                                and coalesce(reason, '') not in (:ours))
                                                as refused,
                                            count(*) filter (where state = 'REFUSED'
                                                and reason in (:ours)) as failed,
                                            count(*) filter (where state in ('WAITING', 'READING'))
                                                as waiting,
                                            coalesce(extract(epoch from max(created_at)), 0)::bigint
                                                as last
                                        from statements_document
                                        where tenant_id = :tenant and created_at >= :since
                                        """)
                                .param("tenant", tenant.value())
                                .param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                                .param("ours", OURS)
                                .query(StatementTally::row)
                                .single());
    }

    private static Map<Figure, Long> row(ResultSet row, int number) throws SQLException {
        long proven = row.getLong("proven");
        long others =
                row.getLong("unproven")
                        + row.getLong("contradicted")
                        + row.getLong("refused")
                        + row.getLong("failed");
        return Map.of(
                Figure.DOCUMENTS, row.getLong("documents"),
                Figure.PROVEN, proven,
                Figure.UNPROVEN, row.getLong("unproven"),
                Figure.CONTRADICTED, row.getLong("contradicted"),
                Figure.REFUSED, row.getLong("refused"),
                Figure.FAILED, row.getLong("failed"),
                Figure.NOT_PROVEN, Tally.perThousand(others, proven + others),
                Figure.WAITING, row.getLong("waiting"),
                Figure.LAST_ACTIVITY, row.getLong("last"));
    }
}
