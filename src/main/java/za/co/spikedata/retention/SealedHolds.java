package za.co.spikedata.retention;

import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.TenantSecrets;

/**
 * Seals the reasons of legal holds. Rows are written anew by the change of the column's type, so
 * that the files of the table do not keep what they held.
 */
@Component
class SealedHolds implements JavaMigration {
    private static final String OPEN =
            """
            alter table retention_hold no force row level security;
            alter table retention_hold add column sealed_reason bytea;
            """;

    private static final String CLOSE =
            """
            alter table retention_hold
              drop column reason,
              alter column sealed_reason set not null,
              alter column sealed_reason type bytea using sealed_reason || ''::bytea;
            alter table retention_hold force row level security;
            """;

    private final KeyService service;
    private final Clock clock;

    SealedHolds(KeyService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) {
        record Row(TenantId tenant, UUID id, String reason) {}
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var reasons =
                new HoldReasons(TenantSecrets.within(context.getConnection(), service, clock));
        jdbc.sql(OPEN).update();
        var rows =
                jdbc.sql("select tenant_id, id, reason from retention_hold")
                        .query((row, _) ->
                                new Row(
                                        new TenantId(row.getString("tenant_id")),
                                        row.getObject("id", UUID.class),
                                        row.getString("reason")))
                        .list();
        for (var row : rows) {
            jdbc.sql(
                            """
                            update retention_hold set sealed_reason = :reason
                            where tenant_id = :tenant and id = :id
                            """)
                    .param("reason", reasons.sealed(row.tenant(), row.id(), row.reason()))
                    .param("tenant", row.tenant().value())
                    .param("id", row.id())
                    .update();
        }
        jdbc.sql(CLOSE).update();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("232");
    }

    @Override
    public String getDescription() {
        return "sealed holds";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
