package za.co.spikedata.support;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.tenancy.TenantId;

/** Mail that cannot go would be tried for a day, while other tests wait for theirs. */
public final class WaitingMail {
    private static final List<String> OF_TENANT =
            List.of(
                    """
                    delete from scheduled_tasks
                    where task_name = 'send-mail' and task_instance like :tenant || '/%'
                    """,
                    "delete from mail_letter where tenant_id = :tenant",
                    "delete from mail_dispatch where tenant = :tenant");

    private WaitingMail() {}

    /**
     * Forgets all mail of the tenant, sent or not.
     *
     * @param owner of the tables
     */
    public static void forget(DataSource owner, TenantId tenant) {
        for (var sql : OF_TENANT) {
            JdbcClient.create(owner).sql(sql).param("tenant", tenant.value()).update();
        }
    }
}
