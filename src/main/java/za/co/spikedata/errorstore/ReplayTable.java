package za.co.spikedata.errorstore;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Which failed documents are to be read again, and what came of it. */
@Repository
class ReplayTable {
    /** Neither what is settled nor what waits already. */
    private static final String ASK =
            """
            update errorstore_entry set replay = 'WAITING', replay_said = null, replay_engine = null
            where tenant_id = :tenant
                and (replay is null or replay not in ('WAITING', 'MENDED'))
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    ReplayTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Empty when it waits already, or there is nothing left to ask for. */
    List<UUID> ask(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(ASK + " and document_id = :document returning document_id")
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query(UUID.class)
                                .list());
    }

    /** Those of the group that now wait and did not before. */
    List<UUID> askAll(TenantId tenant, String group) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(ASK + " and group_id = :group returning document_id")
                                .param("tenant", tenant.value())
                                .param("group", group)
                                .query(UUID.class)
                                .list());
    }

    void ended(TenantId tenant, UUID document, Replay replay) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update errorstore_entry
                                        set replay = :outcome, replay_said = :said,
                                            replay_engine = :engine
                                        where tenant_id = :tenant and document_id = :document
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .param("outcome", replay.outcome().name())
                                .param("said", replay.said().orElse(null))
                                .param("engine", replay.engine().orElse(null))
                                .update());
    }

    /** How many of the group are how far. */
    Map<Replay.Outcome, Integer> counts(TenantId tenant, String group) {
        var counts = new EnumMap<Replay.Outcome, Integer>(Replay.Outcome.class);
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select coalesce(replay, 'NONE') as outcome, count(*) as cases
                                        from errorstore_entry
                                        where tenant_id = :tenant and group_id = :group
                                        group by outcome
                                        """)
                                .param("tenant", tenant.value())
                                .param("group", group)
                                .query(row -> {
                                    counts.put(
                                            Replay.Outcome.valueOf(row.getString("outcome")),
                                            row.getInt("cases"));
                                }));
        return counts;
    }
}
