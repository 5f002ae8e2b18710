package za.co.spikedata.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The browsers people signed in on; only the hash of each cookie is kept. */
@Repository
class DeviceTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final PersonSecrets secrets;

    DeviceTable(JdbcClient jdbc, TenantDatabase database, PersonSecrets secrets) {
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    Optional<UUID> find(TenantId tenant, String email, byte[] hash) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select d.id from identity_device d
                                        join identity_person p
                                            on p.tenant_id = d.tenant_id and p.id = d.person_id
                                        where d.tenant_id = :tenant and d.token_hash = :hash
                                            and p.email_hash = :email
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", hash)
                                .param("email", secrets.hash(tenant, email))
                                .query(UUID.class)
                                .optional());
    }

    int count(TenantId tenant, PersonId person) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) from identity_device
                                        where tenant_id = :tenant and person_id = :person
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .query(Integer.class)
                                .single());
    }

    /** When each was used last, the latest first. */
    List<Instant> lastSeen(TenantId tenant, PersonId person) {
        return database.call(
                tenant,
                () ->
                        jdbc
                                .sql(
                                        """
                                        select seen_at from identity_device
                                        where tenant_id = :tenant and person_id = :person
                                        order by seen_at desc
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .query(OffsetDateTime.class)
                                .list()
                                .stream()
                                .map(OffsetDateTime::toInstant)
                                .toList());
    }

    void insert(TenantId tenant, UUID id, PersonId person, byte[] hash, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into identity_device
                                            (tenant_id, id, person_id, token_hash, seen_at)
                                        values (:tenant, :id, :person, :hash, :now)
                                        on conflict do nothing
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("person", person.value())
                                .param("hash", hash)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update());
    }

    void seen(TenantId tenant, UUID id, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update identity_device set seen_at = :now
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update());
    }

    void forgetBefore(TenantId tenant, Instant before) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from identity_device
                                        where tenant_id = :tenant and seen_at < :before
                                        """)
                                .param("tenant", tenant.value())
                                .param("before", before.atOffset(ZoneOffset.UTC))
                                .update());
    }
}
