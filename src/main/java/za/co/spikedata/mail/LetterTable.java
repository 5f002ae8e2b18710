package za.co.spikedata.mail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Mail that waits to be sent, sealed. */
@Repository
class LetterTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    LetterTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void insert(TenantId tenant, UUID id, byte[] sealed) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into mail_letter (tenant_id, id, sealed)
                                        values (:tenant, :id, :sealed)
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("sealed", sealed)
                                .update());
    }

    Optional<byte[]> find(TenantId tenant, UUID id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed from mail_letter
                                        where tenant_id = :tenant and id = :id
                                        """)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .query(byte[].class)
                                .optional());
    }

    void delete(TenantId tenant, UUID id) {
        database.run(
                tenant,
                () ->
                        jdbc.sql("delete from mail_letter where tenant_id = :tenant and id = :id")
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .update());
    }
}
