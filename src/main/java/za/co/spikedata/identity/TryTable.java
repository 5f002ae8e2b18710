package za.co.spikedata.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How often something was tried of late. */
@Repository
class TryTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    TryTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Counts one try in a single statement; more than {@code most} means locked. */
    int take(
            TenantId tenant,
            String kind,
            byte[] subject,
            int most,
            Instant now,
            Instant stale,
            Instant lock) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into identity_try as t
                                            (tenant_id, kind, subject, tries, last_at)
                                        values (:tenant, :kind, :subject, 1, :now)
                                        on conflict (tenant_id, kind, subject) do update set
                                            tries = case
                                                when t.locked_until > :now then :most + 1
                                                when t.locked_until is not null
                                                    or t.last_at <= :stale then 1
                                                else t.tries + 1 end,
                                            locked_until = case
                                                when t.locked_until > :now then t.locked_until
                                                when t.locked_until is not null
                                                    or t.last_at <= :stale then null
                                                when t.tries + 1 >= :most then :lock
                                                end,
                                            last_at = case
                                                when t.locked_until > :now then t.last_at
                                                else :now end
                                        returning tries
                                        """)
                                .param("tenant", tenant.value())
                                .param("kind", kind)
                                .param("subject", subject)
                                .param("most", most)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("stale", stale.atOffset(ZoneOffset.UTC))
                                .param("lock", lock.atOffset(ZoneOffset.UTC))
                                .query(Integer.class)
                                .single());
    }

    void forget(TenantId tenant, String kind, byte[] subject) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from identity_try where tenant_id = :tenant
                                            and kind = :kind and subject = :subject
                                        """)
                                .param("tenant", tenant.value())
                                .param("kind", kind)
                                .param("subject", subject)
                                .update());
    }

    void forgetBefore(TenantId tenant, Instant before) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from identity_try
                                        where tenant_id = :tenant and last_at < :before
                                        """)
                                .param("tenant", tenant.value())
                                .param("before", before.atOffset(ZoneOffset.UTC))
                                .update());
    }
}
