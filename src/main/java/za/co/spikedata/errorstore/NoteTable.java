package za.co.spikedata.errorstore;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** What people say about the documents they report, sealed. */
@Repository
class NoteTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    NoteTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void write(TenantId tenant, UUID document, byte[] sealed) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update errorstore_entry set sealed_note = :note
                                        where tenant_id = :tenant and document_id = :document
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .param("note", sealed)
                                .update());
    }

    Optional<byte[]> sealed(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select sealed_note from errorstore_entry
                                        where tenant_id = :tenant and document_id = :document
                                            and sealed_note is not null
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query((row, _) -> row.getBytes(1))
                                .optional());
    }
}
