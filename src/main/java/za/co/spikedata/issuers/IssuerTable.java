package za.co.spikedata.issuers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The providers of each tenant. */
@Repository
class IssuerTable {
    private static final String ALL =
            """
            select id, name, url, client_id, sealed_secret, domains, audience, trusts_factor
            from issuers_issuer where tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    IssuerTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    List<Issuer> all(TenantId tenant) {
        return database.call(
                tenant,
                () -> sql(tenant, ALL + " order by name, id").query(IssuerTable::issuer).list());
    }

    Optional<Issuer> find(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, ALL + " and id = :id")
                                .param("id", id)
                                .query(IssuerTable::issuer)
                                .optional());
    }

    Optional<Issuer> find(TenantId tenant, String url) {
        return database.call(
                tenant,
                () ->
                        sql(tenant, ALL + " and url = :url")
                                .param("url", url)
                                .query(IssuerTable::issuer)
                                .optional());
    }

    /** Adds it, unless the tenant has this provider already. */
    boolean insert(TenantId tenant, Issuer issuer, String by, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                """
                                                insert into issuers_issuer (tenant_id, id, name,
                                                    url, client_id, sealed_secret, domains,
                                                    audience, trusts_factor, created_by,
                                                    created_at)
                                                values (:tenant, :id, :name, :url, :client,
                                                    :secret, :domains, :audience, :trusts, :by,
                                                    :now)
                                                on conflict (tenant_id, url) do nothing
                                                """)
                                        .param("id", issuer.id())
                                        .param("name", issuer.name())
                                        .param("url", issuer.url())
                                        .param("client", issuer.clientId())
                                        .param("secret", issuer.sealedSecret())
                                        .param("domains", String.join(" ", issuer.domains()))
                                        .param("audience", issuer.audience().orElse(null))
                                        .param("trusts", issuer.trustsFactor())
                                        .param("by", by)
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    /** Whether it is there, and stays there until the transaction ends. */
    boolean keep(TenantId tenant, UUID id) {
        lock(tenant, id, "pg_advisory_xact_lock_shared");
        return find(tenant, id).isPresent();
    }

    /** Waits for those who keep it; nobody keeps it any more until the transaction ends. */
    void claim(TenantId tenant, UUID id) {
        lock(tenant, id, "pg_advisory_xact_lock");
    }

    private void lock(TenantId tenant, UUID id, String how) {
        jdbc.sql("select " + how + "(hashtextextended('issuer:' || :of, 0))::text")
                .param("of", tenant.value() + ":" + id)
                .query(String.class)
                .single();
    }

    boolean delete(TenantId tenant, UUID id) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                """
                                                delete from issuers_issuer
                                                where tenant_id = :tenant and id = :id
                                                """)
                                        .param("id", id)
                                        .update())
                == 1;
    }

    private StatementSpec sql(TenantId tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value());
    }

    private static Issuer issuer(ResultSet row, int number) throws SQLException {
        return new Issuer(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                row.getString("client_id"),
                row.getBytes("sealed_secret"),
                List.of(row.getString("domains").split(" ")),
                Optional.ofNullable(row.getString("audience")),
                row.getBoolean("trusts_factor"));
    }
}
