package za.co.spikedata.vault;

import java.security.SecureRandom;
import org.flywaydb.core.api.migration.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Gives the platform a root of its own keys. Where the master key was that root, its bytes stay it:
 * the trails, the marks of devices and the keys of signatures go on.
 */
@Component
class PlatformRoot extends CodeMigration {
    private static final String TABLE =
            """
            create table vault_platform_key (
              id text not null primary key,
              wrapped_key bytea not null,
              wrapped_by text not null
            );
            grant select, update on vault_platform_key to portal_app;
            """;

    private final KeyService service;
    private final ObjectProvider<MasterKey> before;

    PlatformRoot(KeyService service, ObjectProvider<MasterKey> before) {
        super("163", "platform root");
        this.service = service;
        this.before = before;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.sql(TABLE).update();
        jdbc.sql(
                        """
                        insert into vault_platform_key (id, wrapped_key, wrapped_by)
                        values ('root', :wrapped, :by)
                        """)
                .param("wrapped", service.wrap(root(isInUse(jdbc)), PlatformKeys.CONTEXT))
                .param("by", service.current())
                .update();
    }

    private byte[] root(boolean isInUse) {
        if (isInUse) {
            return before.getObject().key();
        }
        var fresh = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    /** Whoever is added to a portal is in its trail. */
    private static boolean isInUse(JdbcClient jdbc) {
        jdbc.sql("alter table audit_event no force row level security").update();
        boolean isInUse =
                jdbc.sql("select exists (select from audit_event)").query(Boolean.class).single();
        jdbc.sql("alter table audit_event force row level security").update();
        return isInUse;
    }
}
