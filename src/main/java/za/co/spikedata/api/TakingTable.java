package za.co.spikedata.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Which file each document of a program was, and by which request it came. */
@Component
class TakingTable {
    private static final String COLUMNS =
            "select document_id, credential_id, file_hash from api_document"
                    + " where tenant_id = :tenant and ";

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    TakingTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * @param fileHash keyed
     */
    record Taking(UUID document, UUID credential, byte[] fileHash) {}

    /**
     * Takes the name for the open transaction; nobody else on any node has it then. Never waits, as
     * each that waits would keep a connection from all others.
     */
    boolean isMine(TenantId tenant, byte[] retryHash) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", tenant.value() + " " + HexFormat.of().formatHex(retryHash))
                .query(Boolean.class)
                .single();
    }

    Optional<Taking> find(TenantId tenant, byte[] retryHash) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + "retry_hash = :hash")
                                .param("tenant", tenant.value())
                                .param("hash", retryHash)
                                .query(TakingTable::taking)
                                .optional());
    }

    Optional<Taking> find(TenantId tenant, UUID document) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + "document_id = :document")
                                .param("tenant", tenant.value())
                                .param("document", document)
                                .query(TakingTable::taking)
                                .optional());
    }

    /** The newest document that was this file. */
    Optional<Taking> newest(TenantId tenant, byte[] fileHash) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(COLUMNS + "file_hash = :hash order by created_at desc limit 1")
                                .param("tenant", tenant.value())
                                .param("hash", fileHash)
                                .query(TakingTable::taking)
                                .optional());
    }

    /** The name is free again once it is this old. */
    void forget(TenantId tenant, byte[] retryHash, Instant before) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        update api_document set retry_hash = null
                                        where tenant_id = :tenant and retry_hash = :hash
                                            and created_at < :before
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", retryHash)
                                .param("before", before.atOffset(ZoneOffset.UTC))
                                .update());
    }

    void insert(TenantId tenant, Taking taking, Optional<byte[]> retryHash, Instant now) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into api_document (tenant_id, document_id,
                                            credential_id, file_hash, retry_hash, created_at)
                                        values (:tenant, :document, :credential, :file, :retry,
                                            :now)
                                        """)
                                .param("tenant", tenant.value())
                                .param("document", taking.document())
                                .param("credential", taking.credential())
                                .param("file", taking.fileHash())
                                .param("retry", retryHash.orElse(null))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update());
    }

    private static Taking taking(ResultSet row, int number) throws SQLException {
        return new Taking(
                row.getObject("document_id", UUID.class),
                row.getObject("credential_id", UUID.class),
                row.getBytes("file_hash"));
    }
}
