package za.co.spikedata.retention;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * All rows of a tenant that ended, in whichever tables there are: one that a module adds later is
 * emptied too, without anybody thinking of it.
 */
@Component
class EndedRows {
    /** What stays, since it proves what was done, and names nobody but by ids. */
    static final Set<String> KEPT =
            Set.of(
                    "audit_event",
                    "audit_head",
                    "audit_verification",
                    "api_ledger",
                    "retention_deletion",
                    "retention_ending",
                    "tenancy_document",
                    "vault_tenant_key");

    /**
     * @param column which names the tenant; both are quoted where need be
     */
    private record Rows(String table, String column) {}

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    EndedRows(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void remove(TenantId tenant) {
        for (var rows : all(tenant)) {
            var sql =
                    """
                    delete from %1$s where ctid = any(array(
                        select ctid from %1$s where %2$s = :tenant limit %3$d))
                    """
                            .formatted(rows.table(), rows.column(), BATCH);
            int count;
            do {
                count =
                        database.call(
                                tenant,
                                () -> jdbc.sql(sql).param("tenant", tenant.value()).update());
            } while (count > 0);
        }
    }

    boolean isNoneLeft(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        all(tenant).stream()
                                .noneMatch(rows ->
                                        jdbc.sql(
                                                        "select exists (select from %s where %s = :tenant)"
                                                                .formatted(
                                                                        rows.table(),
                                                                        rows.column()))
                                                .param("tenant", tenant.value())
                                                .query(Boolean.class)
                                                .single()));
    }

    private List<Rows> all(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select quote_ident(table_name) as table,
                                            quote_ident(column_name) as column
                                        from information_schema.columns
                                        where table_schema = current_schema()
                                            and column_name in ('tenant_id', 'tenant')
                                            and table_name <> all(:kept)
                                        order by table_name
                                        """)
                                .param("kept", KEPT.toArray(String[]::new))
                                .query(Rows.class)
                                .list());
    }
}
