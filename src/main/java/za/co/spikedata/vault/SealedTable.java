package za.co.spikedata.vault;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Reads and writes any sealed column; a value that changed meanwhile is left as it is. */
@Repository
class SealedTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    SealedTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    record Value(String context, byte[] sealed) {}

    /** Values in contexts after this one that do not begin so. */
    List<Value> otherwise(
            TenantId tenant,
            SealedColumns.Column column,
            byte[] beginning,
            String after,
            int most) {
        var sql =
                """
                select %1$s as context, %2$s as sealed from %3$s
                where tenant_id = :tenant and %1$s > :after
                    and substring(%2$s from 1 for 4) <> :beginning
                order by 1 limit :most
                """
                        .formatted(column.context(), column.name(), column.table());
        return database.call(
                tenant,
                () ->
                        jdbc.sql(sql)
                                .param("tenant", tenant.value())
                                .param("after", after)
                                .param("beginning", beginning)
                                .param("most", most)
                                .query((row, _) ->
                                        new Value(row.getString("context"), row.getBytes("sealed")))
                                .list());
    }

    boolean replace(TenantId tenant, SealedColumns.Column column, Value before, byte[] after) {
        var sql =
                """
                update %3$s set %2$s = :after
                where tenant_id = :tenant and %1$s = :context and %2$s = :before
                """
                        .formatted(column.context(), column.name(), column.table());
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(sql)
                                        .param("tenant", tenant.value())
                                        .param("context", before.context())
                                        .param("before", before.sealed())
                                        .param("after", after)
                                        .update())
                > 0;
    }
}
