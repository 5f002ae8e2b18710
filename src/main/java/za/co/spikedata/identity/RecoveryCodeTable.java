package za.co.spikedata.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The hashes of recovery codes that are not used yet. */
@Repository
class RecoveryCodeTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    RecoveryCodeTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void replace(TenantId tenant, PersonId person, List<byte[]> hashes) {
        database.run(
                tenant,
                () -> {
                    clear(tenant, person);
                    for (var hash : hashes) {
                        sql(
                                        tenant,
                                        person,
                                        """
                                        insert into identity_recovery_code
                                            (tenant_id, person_id, hash)
                                        values (:tenant, :person, :hash)
                                        """)
                                .param("hash", hash)
                                .update();
                    }
                });
    }

    /** Uses the code up; true once. */
    boolean take(TenantId tenant, PersonId person, byte[] hash) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                person,
                                                """
                                                delete from identity_recovery_code
                                                where tenant_id = :tenant and person_id = :person
                                                    and hash = :hash
                                                """)
                                        .param("hash", hash)
                                        .update())
                == 1;
    }

    int count(TenantId tenant, PersonId person) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        select count(*) from identity_recovery_code
                                        where tenant_id = :tenant and person_id = :person
                                        """)
                                .query(Integer.class)
                                .single());
    }

    void clear(TenantId tenant, PersonId person) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        delete from identity_recovery_code
                                        where tenant_id = :tenant and person_id = :person
                                        """)
                                .update());
    }

    private StatementSpec sql(TenantId tenant, PersonId person, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("person", person.value());
    }
}
