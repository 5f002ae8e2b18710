package za.co.spikedata.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** What each endpoint is told, and what came of it. */
@Repository
class DeliveryTable {
    private static final String COLUMNS =
            " d.id, d.endpoint_id, d.event, d.document_id, d.happened_at, d.state, d.attempts,"
                    + " d.next_at, d.tried_at, d.answer ";

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    DeliveryTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** One for each document and each endpoint that wants to know; tells how many. */
    int announce(TenantId tenant, Event event, List<UUID> documents, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into webhooks_delivery (tenant_id, id, endpoint_id,
                                            event, document_id, happened_at, state, next_at)
                                        select e.tenant_id, gen_random_uuid(), e.id, :event, of.id,
                                            :now, 'WAITING', :now
                                        from webhooks_endpoint e, unnest(:documents) of (id)
                                        where e.tenant_id = :tenant and e.state <> 'DISABLED'
                                            and :event = any (string_to_array(e.events, ' '))
                                        """)
                                .param("event", event.word())
                                .param("now", at(now))
                                .param("documents", documents.toArray(UUID[]::new))
                                .param("tenant", tenant.value())
                                .update());
    }

    /** One that tells nothing, for an endpoint alone. */
    void test(TenantId tenant, UUID id, UUID endpoint, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into webhooks_delivery (tenant_id, id, endpoint_id,
                                            event, happened_at, state, next_at)
                                        values (:tenant, :id, :endpoint, :event, :now, 'WAITING',
                                            :now)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("endpoint", endpoint)
                                .param("event", Event.TEST.word())
                                .param("now", at(now))
                                .update());
    }

    /**
     * How many deliveries are under way at once on all nodes.
     *
     * @param ofEndpoint fewer, so that a slow receiver does not keep its tenant's others waiting
     */
    record Most(int ofTenant, int ofEndpoint) {}

    /**
     * Takes the one that is due longest, for whoever calls alone until then; empty when none is
     * due, or so many are under way.
     */
    Optional<Delivery> claim(TenantId tenant, Instant now, Instant until, Most most) {
        return database.call(
                tenant,
                () -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                            .param("name", "webhooks of " + tenant.value())
                            .query(String.class)
                            .single();
                    return jdbc.sql(
                                    """
                                    update webhooks_delivery d
                                    set leased_until = :until, attempts = d.attempts + 1,
                                        tried_at = :now
                                    where d.tenant_id = :tenant and d.id = (
                                        select w.id from webhooks_delivery w
                                        join webhooks_endpoint e
                                            on e.tenant_id = w.tenant_id and e.id = w.endpoint_id
                                        where w.tenant_id = :tenant and w.state = 'WAITING'
                                            and w.next_at <= :now and e.state = 'ACTIVE'
                                            and (w.leased_until is null or w.leased_until <= :now)
                                            and :mostOfEndpoint > (
                                                select count(*) from webhooks_delivery o
                                                where o.tenant_id = :tenant
                                                    and o.endpoint_id = w.endpoint_id
                                                    and o.state = 'WAITING'
                                                    and o.leased_until > :now)
                                        order by w.next_at, w.id limit 1)
                                    and :mostOfTenant > (
                                        select count(*) from webhooks_delivery l
                                        where l.tenant_id = :tenant and l.state = 'WAITING'
                                            and l.leased_until > :now)
                                    returning
                                    """
                                            + COLUMNS)
                            .param("until", at(until))
                            .param("now", at(now))
                            .param("tenant", tenant.value())
                            .param("mostOfTenant", most.ofTenant())
                            .param("mostOfEndpoint", most.ofEndpoint())
                            .query(DeliveryTable::delivery)
                            .optional();
                });
    }

    /**
     * What came of a try; false when another has begun since.
     *
     * @param nextAt when it is tried again, should it still wait
     */
    boolean settle(
            TenantId tenant, Delivery tried, Delivery.State state, String answer, Instant nextAt) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update webhooks_delivery
                                                set state = :state, answer = :answer,
                                                    next_at = :next, leased_until = null
                                                where tenant_id = :tenant and id = :id
                                                    and attempts = :attempts
                                                    and leased_until is not null
                                                """)
                                        .param("state", state.name())
                                        .param("answer", answer)
                                        .param("next", at(nextAt))
                                        .param("tenant", tenant.value())
                                        .param("id", tried.id())
                                        .param("attempts", tried.attempts())
                                        .update()
                                == 1);
    }

    /** Has one tried again from the beginning, unless a try is under way. */
    boolean again(TenantId tenant, UUID endpoint, UUID id, Instant now) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                update webhooks_delivery
                                                set state = 'WAITING', attempts = 0,
                                                    next_at = :now, leased_until = null
                                                where tenant_id = :tenant and id = :id
                                                    and endpoint_id = :endpoint
                                                    and (leased_until is null
                                                        or leased_until <= :now)
                                                """)
                                        .param("now", at(now))
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("endpoint", endpoint)
                                        .update()
                                == 1);
    }

    /** The newest first. */
    List<Delivery> log(TenantId tenant, UUID endpoint, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        "select"
                                                + COLUMNS
                                                + """
                                                from webhooks_delivery d
                                                where d.tenant_id = :tenant
                                                    and d.endpoint_id = :endpoint
                                                order by d.happened_at desc, d.id limit :most
                                                """)
                                .param("tenant", tenant.value())
                                .param("endpoint", endpoint)
                                .param("most", most)
                                .query(DeliveryTable::delivery)
                                .list());
    }

    /** Tells, at no further cost, whether the tenant has endpoints that its document named. */
    boolean forgetBefore(TenantId tenant, Instant before) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        with forgotten as (
                                            delete from webhooks_delivery
                                            where tenant_id = :tenant and happened_at < :before)
                                        select exists (select from webhooks_endpoint
                                            where tenant_id = :tenant and origin = 'DOCUMENT')
                                        """)
                                .param("tenant", tenant.value())
                                .param("before", at(before))
                                .query(Boolean.class)
                                .single());
    }

    /** What this endpoint was not told yet it is never told. */
    void forgetWaiting(TenantId tenant, UUID endpoint) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from webhooks_delivery
                                        where tenant_id = :tenant and endpoint_id = :endpoint
                                            and state = 'WAITING'
                                        """)
                                .param("tenant", tenant.value())
                                .param("endpoint", endpoint)
                                .update());
    }

    /** What no endpoint was told yet is never told. */
    void forgetWaiting(TenantId tenant) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        delete from webhooks_delivery
                                        where tenant_id = :tenant and state = 'WAITING'
                                        """)
                                .param("tenant", tenant.value())
                                .update());
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        var word = row.getString("event");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                Arrays.stream(Event.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow(),
                Optional.ofNullable(row.getObject("document_id", UUID.class)),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(tried).map(OffsetDateTime::toInstant),
                row.getString("answer"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
