package za.co.spikedata.api;

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
 * Seals the names of credentials. Rows are written anew by the change of the column's type, so that
 * the files of the table do not keep what they held.
 */
@Component
class SealedCredentials implements JavaMigration {
    private static final String OPEN =
            """
            alter table api_credential no force row level security;
            alter table api_credential add column sealed_name bytea;
            """;

    private static final String CLOSE =
            """
            alter table api_credential
              drop column name,
              alter column sealed_name set not null,
              alter column sealed_name type bytea using sealed_name || ''::bytea;
            alter table api_credential force row level security;
            """;

    private final KeyService service;
    private final Clock clock;

    SealedCredentials(KeyService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) {
        record Row(TenantId tenant, UUID id, String name) {}
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var names =
                new CredentialNames(TenantSecrets.within(context.getConnection(), service, clock));
        jdbc.sql(OPEN).update();
        var rows =
                jdbc.sql("select tenant_id, id, name from api_credential")
                        .query((row, _) ->
                                new Row(
                                        new TenantId(row.getString("tenant_id")),
                                        row.getObject("id", UUID.class),
                                        row.getString("name")))
                        .list();
        for (var row : rows) {
            jdbc.sql(
                            """
                            update api_credential set sealed_name = :name
                            where tenant_id = :tenant and id = :id
                            """)
                    .param("name", names.sealed(row.tenant(), row.id(), row.name()))
                    .param("tenant", row.tenant().value())
                    .param("id", row.id())
                    .update();
        }
        jdbc.sql(CLOSE).update();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("300");
    }

    @Override
    public String getDescription() {
        return "sealed credentials";
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
