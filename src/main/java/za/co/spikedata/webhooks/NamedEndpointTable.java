package za.co.spikedata.webhooks;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** What a tenant's document makes of the endpoints that it names. */
@Repository
class NamedEndpointTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    NamedEndpointTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Keeps other nodes from the same until the caller's transaction ends. */
    void alone(TenantId tenant) {
        database.run(
                tenant,
                () ->
                        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                                .param("name", "named webhooks of " + tenant.value())
                                .query(String.class)
                                .single());
    }

    /** Writes what the document says of one now; its secret stays. */
    void name(TenantId tenant, Endpoint endpoint) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update webhooks_endpoint
                                        set sealed_url = :url, events = :events, state = :state,
                                            origin = 'DOCUMENT', failing_since = null
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("url", endpoint.sealedUrl())
                                .param("events", Event.text(endpoint.events()))
                                .param("state", endpoint.state().name())
                                .param("tenant", tenant.value())
                                .param("id", endpoint.id())
                                .update());
    }

    /** Switches one off that the document names no more. */
    void leave(TenantId tenant, UUID id) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update webhooks_endpoint
                                        set state = 'DISABLED', origin = 'LEFT',
                                            failing_since = null
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .update());
    }
}
