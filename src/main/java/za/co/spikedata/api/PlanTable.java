package za.co.spikedata.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Why operators decided on plans and gave credits; the document tells the plan that holds. */
@Component
class PlanTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    PlanTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Who decided something, when and why. */
    record Decision(String by, Instant at, String reason) {}

    /** The last plan of a tenant that was decided on before its document told it. */
    Optional<Plan> findOutsideOfDocument(TenantId tenant) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select name, start_tenths, monthly_tenths, requests_a_minute,
                                            at_once, most_bytes
                                        from (select * from api_plan where tenant_id = :tenant
                                            order by seq desc limit 1) latest
                                        where not in_document
                                        """)
                                .param("tenant", tenant.value())
                                .query(Plan.class)
                                .optional());
    }

    void tellInDocument(TenantId tenant) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update api_plan set in_document = true
                                        where tenant_id = :tenant and not in_document
                                        """)
                                .param("tenant", tenant.value())
                                .update());
    }

    void insert(TenantId tenant, Plan plan, Decision decision) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into api_plan (tenant_id, name, start_tenths,
                                            monthly_tenths, requests_a_minute, at_once, most_bytes,
                                            set_by, set_at, reason, in_document)
                                        values (:tenant, :name, :start, :monthly, :requests, :once,
                                            :bytes, :by, :at, :reason, true)
                                        """)
                                .param("tenant", tenant.value())
                                .param("name", plan.name())
                                .param("start", plan.startTenths())
                                .param("monthly", plan.monthlyTenths())
                                .param("requests", plan.requestsAMinute())
                                .param("once", plan.atOnce())
                                .param("bytes", plan.mostBytes())
                                .param("by", decision.by())
                                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                                .param("reason", decision.reason())
                                .update());
    }

    /** False when it was given before. */
    boolean insert(TenantId tenant, UUID id, long tenths, Decision decision) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                                """
                                                insert into api_grant (tenant_id, id, tenths, given_by,
                                                    given_at, reason)
                                                values (:tenant, :id, :tenths, :by, :at, :reason)
                                                on conflict do nothing
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .param("tenths", tenths)
                                        .param("by", decision.by())
                                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                                        .param("reason", decision.reason())
                                        .update()
                                == 1);
    }
}
