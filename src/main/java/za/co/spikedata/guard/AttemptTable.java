package za.co.spikedata.guard;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How often each secret was tried since it was last known. */
@Repository
class AttemptTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    AttemptTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Counts a try before it is made, so that none slips through beside another; false when there
     * is none left. A lock that ended, or a quiet while, begins a new count. A refused try is
     * written like any other: time tells neither from the other.
     */
    boolean begin(TenantId tenant, String key, OffsetDateTime now, int most, Duration window) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into guard_attempt as a
                                            (tenant_id, key, failures, since, locks)
                                        values (:tenant, :key, 1, :now, 0)
                                        on conflict (tenant_id, key) do update set
                                            failures = case
                                                when a.locked_until > :now then a.failures
                                                when a.locked_until <= :now or a.since < :fresh then 1
                                                else least(a.failures, :most) + 1 end,
                                            since = case
                                                when a.locked_until > :now then a.since
                                                when a.locked_until <= :now or a.since < :fresh
                                                then :now else a.since end,
                                            locks = case
                                                when a.since < :yesterday then 0 else a.locks end,
                                            locked_until = case
                                                when a.locked_until > :now then a.locked_until end
                                        returning failures <= :most and locked_until is null
                                        """)
                                .param("tenant", tenant.value())
                                .param("key", key)
                                .param("now", now)
                                .param("fresh", now.minus(window))
                                .param("yesterday", now.minusDays(1))
                                .param("most", most)
                                .query(Boolean.class)
                                .single());
    }

    boolean isLocked(TenantId tenant, String key, OffsetDateTime now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select exists (select from guard_attempt
                                            where tenant_id = :tenant and key = :key
                                                and locked_until > :now)
                                        """)
                                .param("tenant", tenant.value())
                                .param("key", key)
                                .param("now", now)
                                .query(Boolean.class)
                                .single());
    }

    /** Locks when that was the last try; each lock within a day lasts twice as long, to a limit. */
    boolean lockIfSpent(
            TenantId tenant,
            String key,
            OffsetDateTime now,
            int most,
            Duration first,
            Duration longest) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update guard_attempt set
                                                    locked_until = :now + least(
                                                        make_interval(secs => :longest),
                                                        make_interval(secs => :first)
                                                            * power(2, least(locks, 10))),
                                                    locks = locks + 1
                                                where tenant_id = :tenant and key = :key
                                                    and failures >= :most and locked_until is null
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("key", key)
                                        .param("now", now)
                                        .param("most", most)
                                        .param("first", (double) first.toSeconds())
                                        .param("longest", (double) longest.toSeconds())
                                        .update())
                == 1;
    }

    /** A right answer clears the count; it does not open what others have locked. */
    void clear(TenantId tenant, List<String> keys, OffsetDateTime now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from guard_attempt
                                        where tenant_id = :tenant and key = any(:keys)
                                            and (locked_until is null or locked_until <= :now)
                                        """)
                                .param("tenant", tenant.value())
                                .param("keys", keys.toArray(String[]::new))
                                .param("now", now)
                                .update());
    }

    /** As if nobody had ever tried; what is locked opens. */
    void forget(TenantId tenant, String key) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from guard_attempt
                                        where tenant_id = :tenant and key = :key
                                        """)
                                .param("tenant", tenant.value())
                                .param("key", key)
                                .update());
    }

    int forgetOld(TenantId tenant, OffsetDateTime before) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from guard_attempt
                                        where tenant_id = :tenant and since < :before
                                            and (locked_until is null or locked_until < :before)
                                        """)
                                .param("tenant", tenant.value())
                                .param("before", before)
                                .update());
    }
}
