package za.co.spikedata.vault;

import java.time.Clock;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Gives tenants' keys generations, and each tenant a key for hashes that stays when the others are
 * replaced. The owner of the tables is bound by row-level security like everybody, but for this.
 */
@Component
class KeyGenerations extends CodeMigration {
    private static final String OPEN =
            """
            alter table vault_tenant_key no force row level security;
            alter table vault_document no force row level security;
            alter table vault_tenant_key
              drop constraint vault_tenant_key_pkey,
              add column purpose text not null default 'SEAL',
              add column generation int not null default 1,
              add column wrapped_by text not null default '',
              drop column id;
            alter table vault_tenant_key
              alter column purpose drop default,
              alter column generation drop default,
              alter column wrapped_by drop default,
              add primary key (tenant_id, purpose, generation);
            update vault_document set wrapped_key = '\\x00000001'::bytea || wrapped_key
              where wrapped_key is not null;
            """;

    private static final String CLOSE =
            """
            alter table vault_tenant_key force row level security;
            alter table vault_document force row level security;
            """;

    private final KeyService service;
    private final Clock clock;

    KeyGenerations(KeyService service, Clock clock) {
        super("160", "key generations");
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.sql(OPEN).update();
        jdbc.sql("update vault_tenant_key set wrapped_by = :by")
                .param("by", service.current())
                .update();
        var ring = TenantSecrets.ring(context.getConnection(), service, clock);
        jdbc.sql("select tenant_id from vault_tenant_key")
                .query(String.class)
                .list()
                .forEach(tenant -> ring.adopt(new TenantId(tenant)));
        jdbc.sql(CLOSE).update();
    }
}
