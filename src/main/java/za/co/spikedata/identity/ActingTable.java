package za.co.spikedata.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** Who acted for each tenant; what is said of it is sealed. */
@Repository
class ActingTable {
    private static final String OPERATOR = "identity_acting.operator/";
    private static final String REASON = "identity_acting.reason/";

    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final TenantSecrets secrets;

    ActingTable(JdbcClient jdbc, TenantDatabase database, TenantSecrets secrets) {
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    void insert(TenantId tenant, Acting acting, byte[] tokenHash, Instant tokenUntil) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into identity_acting
                                            (tenant_id, id, operator_id, operator_epoch, sealed_operator,
                                            sealed_reason, begun_at, until, token_hash, token_until)
                                        values (:tenant, :id, :operator, :epoch, :email, :reason, :begun,
                                            :until, :hash, :tokenUntil)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", acting.id())
                                .param("operator", acting.operator().value())
                                .param("epoch", acting.epoch())
                                .param(
                                        "email",
                                        secrets.seal(
                                                tenant, OPERATOR + acting.id(), acting.email()))
                                .param(
                                        "reason",
                                        secrets.seal(tenant, REASON + acting.id(), acting.reason()))
                                .param("begun", acting.begun().atOffset(ZoneOffset.UTC))
                                .param("until", acting.until().atOffset(ZoneOffset.UTC))
                                .param("hash", tokenHash)
                                .param("tokenUntil", tokenUntil.atOffset(ZoneOffset.UTC))
                                .update());
    }

    /** Uses the token up; found once. */
    Optional<Acting> take(TenantId tenant, byte[] tokenHash, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update identity_acting set token_hash = null
                                        where tenant_id = :tenant and token_hash = :hash
                                            and token_until > :now and ended_at is null
                                        returning *
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", tokenHash)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query((row, _) -> acting(tenant, row))
                                .optional());
    }

    Optional<Acting> find(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select * from identity_acting
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query((row, _) -> acting(tenant, row))
                                .optional());
    }

    /** The latest first. */
    List<Acting> newest(TenantId tenant, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select * from identity_acting where tenant_id = :tenant
                                        order by begun_at desc limit :most
                                        """)
                                .param("tenant", tenant.value())
                                .param("most", most)
                                .query((row, _) -> acting(tenant, row))
                                .list());
    }

    /** Those that nothing and nobody ended yet. */
    List<Acting> underWay(TenantId tenant, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select * from identity_acting
                                        where tenant_id = :tenant and ended_at is null
                                            and until > :now
                                        """)
                                .param("tenant", tenant.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query((row, _) -> acting(tenant, row))
                                .list());
    }

    /** Addresses of operators who acted for the tenant, by id, of those that are asked for. */
    Map<String, String> operators(TenantId tenant, UUID[] ids) {
        var found = new HashMap<String, String>();
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select distinct on (operator_id) * from identity_acting
                                        where tenant_id = :tenant and operator_id = any(:ids)
                                        order by operator_id, begun_at desc
                                        """)
                                .param("tenant", tenant.value())
                                .param("ids", ids)
                                .query((row, _) -> acting(tenant, row))
                                .list()
                                .forEach(acting ->
                                        found.put(acting.operator().toString(), acting.email())));
        return found;
    }

    /** Whether it was under way. */
    boolean end(TenantId tenant, UUID id, String by, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update identity_acting
                                                set ended_at = :now, ended_by = :by,
                                                    token_hash = null
                                                where tenant_id = :tenant and id = :id
                                                    and ended_at is null
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("by", by)
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    private Acting acting(TenantId tenant, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Acting(
                id,
                new PersonId(row.getObject("operator_id", UUID.class)),
                row.getLong("operator_epoch"),
                secrets.unsealText(tenant, OPERATOR + id, row.getBytes("sealed_operator")),
                secrets.unsealText(tenant, REASON + id, row.getBytes("sealed_reason")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
