package za.co.spikedata.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Links that were sent and not used, by the hash of their secret. */
@Repository
class LinkTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    LinkTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    record Row(PersonId person, byte[] sealedDetail) {}

    record Sent(String kind, byte[] sealedDetail, Instant expires) {}

    /** Those that wait for one person. */
    List<Sent> of(TenantId tenant, PersonId person, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select kind, sealed_detail, expires_at from identity_link
                                        where tenant_id = :tenant and person_id = :person
                                            and expires_at > :now
                                        order by expires_at, kind
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query((row, _) ->
                                        new Sent(
                                                row.getString("kind"),
                                                row.getBytes("sealed_detail"),
                                                row.getObject("expires_at", OffsetDateTime.class)
                                                        .toInstant()))
                                .list());
    }

    void insert(
            TenantId tenant,
            byte[] hash,
            PersonId person,
            String kind,
            byte[] sealedDetail,
            Instant expires) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into identity_link (tenant_id, hash, person_id, kind,
                                            sealed_detail, expires_at)
                                        values (:tenant, :hash, :person, :kind, :detail, :expires)
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", hash)
                                .param("person", person.value())
                                .param("kind", kind)
                                .param("detail", sealedDetail)
                                .param("expires", expires.atOffset(ZoneOffset.UTC))
                                .update());
    }

    Optional<Row> find(TenantId tenant, byte[] hash, String kind, Instant now) {
        return one(
                tenant,
                """
                select person_id, sealed_detail from identity_link
                where tenant_id = :tenant and hash = :hash and kind = :kind and expires_at > :now
                """,
                hash,
                kind,
                now);
    }

    Optional<Row> take(TenantId tenant, byte[] hash, String kind, Instant now) {
        return one(
                tenant,
                """
                delete from identity_link
                where tenant_id = :tenant and hash = :hash and kind = :kind and expires_at > :now
                returning person_id, sealed_detail
                """,
                hash,
                kind,
                now);
    }

    /** Until the transaction ends, whoever uses another link of the same person waits. */
    void hold(TenantId tenant, byte[] hash) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select hash from identity_link
                                        where tenant_id = :tenant and person_id in (
                                            select person_id from identity_link
                                            where tenant_id = :tenant and hash = :hash)
                                        order by hash for update
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", hash)
                                .query(byte[].class)
                                .list());
    }

    boolean has(TenantId tenant, PersonId person, String kind) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select exists (select from identity_link where
                                            tenant_id = :tenant and person_id = :person
                                            and kind = :kind)
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("kind", kind)
                                .query(Boolean.class)
                                .single());
    }

    void deleteOf(TenantId tenant, PersonId person, String kind) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from identity_link where tenant_id = :tenant
                                            and person_id = :person and kind = :kind
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .param("kind", kind)
                                .update());
    }

    void deleteBefore(TenantId tenant, Instant before) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from identity_link
                                        where tenant_id = :tenant and expires_at < :before
                                        """)
                                .param("tenant", tenant.value())
                                .param("before", before.atOffset(ZoneOffset.UTC))
                                .update());
    }

    private Optional<Row> one(TenantId tenant, String sql, byte[] hash, String kind, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(sql)
                                .param("tenant", tenant.value())
                                .param("hash", hash)
                                .param("kind", kind)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .query(LinkTable::row)
                                .optional());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBytes("sealed_detail"));
    }
}
