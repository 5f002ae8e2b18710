package za.co.spikedata.vault;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.co.spikedata.tenancy.TenantId;

/**
 * Seals a text column of a tenant's table in the place of which {@code sealed_...} stands from then
 * on. Rows are written anew by the change of the column's type, so that the files of the table do
 * not keep what they held.
 */
public abstract class SealedTextMigration extends CodeMigration {
    private static final String OPEN =
            """
            alter table %1$s no force row level security;
            alter table %1$s add column sealed_%2$s bytea;
            """;

    private static final String CLOSE =
            """
            alter table %1$s
              drop column %2$s,
              alter column sealed_%2$s set not null,
              alter column sealed_%2$s type bytea using sealed_%2$s || ''::bytea;
            alter table %1$s force row level security;
            """;

    /** Opens with no key. */
    private static final byte[] NOTHING = {};

    private final String table;
    private final String column;
    private final KeyService service;
    private final Clock clock;

    /**
     * @param table has {@code tenant_id}, and {@code id}, a UUID
     */
    protected SealedTextMigration(
            String version,
            String description,
            String table,
            String column,
            KeyService service,
            Clock clock) {
        super(version, description);
        this.table = table;
        this.column = column;
        this.service = service;
        this.clock = clock;
    }

    /** As the table's module seals it. */
    protected abstract byte[] sealed(TenantSecrets secrets, TenantId tenant, UUID id, String text);

    @Override
    public final void migrate(Context context) {
        record Row(TenantId tenant, UUID id, String text) {}
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var secrets = TenantSecrets.within(context.getConnection(), service, clock);
        jdbc.sql(OPEN.formatted(table, column)).update();
        var rows =
                jdbc.sql("select tenant_id, id, %s from %s".formatted(column, table))
                        .query((row, _) ->
                                new Row(
                                        new TenantId(row.getString("tenant_id")),
                                        row.getObject("id", UUID.class),
                                        row.getString(column)))
                        .list();
        var update =
                """
                update %s set sealed_%s = :sealed
                where tenant_id = :tenant and id = :id
                """
                        .formatted(table, column);
        var ended =
                rows.stream()
                        .map(Row::tenant)
                        .distinct()
                        .filter(tenant -> isEnded(jdbc, tenant))
                        .collect(Collectors.toSet());
        for (var row : rows) {
            jdbc.sql(update)
                    .param(
                            "sealed",
                            ended.contains(row.tenant())
                                    ? NOTHING
                                    : sealed(secrets, row.tenant(), row.id(), row.text()))
                    .param("tenant", row.tenant().value())
                    .param("id", row.id())
                    .update();
        }
        jdbc.sql(CLOSE.formatted(table, column)).update();
    }

    /** Its keys are destroyed for ever, and what is left of it goes with them. */
    private static boolean isEnded(JdbcClient jdbc, TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
        return jdbc.sql(
                        """
                        select exists (select from vault_tenant_key
                            where tenant_id = :tenant and purpose = 'ENDED')
                        """)
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }
}
