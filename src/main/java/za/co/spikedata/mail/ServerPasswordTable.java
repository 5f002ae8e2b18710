package za.co.spikedata.mail;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.Tenant.MailServer;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Sealed passwords of tenants' own mail servers: each for one host and user, and no other. */
@Repository
class ServerPasswordTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    ServerPasswordTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Replaces the one before. */
    void put(TenantId tenant, MailServer server, byte[] sealed, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into mail_server_password
                                            (tenant_id, host, account, sealed, set_at)
                                        values (:tenant, :host, :account, :sealed, :now)
                                        on conflict (tenant_id, host, account) do update
                                        set sealed = excluded.sealed, set_at = excluded.set_at
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", server.host())
                                .param("account", server.user())
                                .param("sealed", sealed)
                                .param("now", now.atOffset(UTC))
                                .update());
    }

    Optional<byte[]> sealed(TenantId tenant, MailServer server) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed from mail_server_password
                                        where tenant_id = :tenant and host = :host
                                            and account = :account
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", server.host())
                                .param("account", server.user())
                                .query(byte[].class)
                                .optional());
    }

    Optional<Instant> since(TenantId tenant, MailServer server) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select set_at from mail_server_password
                                        where tenant_id = :tenant and host = :host
                                            and account = :account
                                        """)
                                .param("tenant", tenant.value())
                                .param("host", server.host())
                                .param("account", server.user())
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant));
    }

    /** False when there was none. */
    boolean delete(TenantId tenant, MailServer server) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                delete from mail_server_password
                                                where tenant_id = :tenant and host = :host
                                                    and account = :account
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("host", server.host())
                                        .param("account", server.user())
                                        .update()
                                == 1);
    }
}
