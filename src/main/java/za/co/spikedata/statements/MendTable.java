package za.co.spikedata.statements;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Documents that failed, or were reported, and are read anew. */
@Repository
class MendTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    MendTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Replaces a failure by a result; false when it did not fail, is mended or is gone. */
    boolean mend(
            TenantId tenant,
            DocumentId id,
            Verdict verdict,
            int transactions,
            Optional<byte[]> sealedResult) {
        return replace(
                " and (state = 'REFUSED' or verdict = 'CONTRADICTED')",
                tenant,
                id,
                verdict,
                transactions,
                sealedResult);
    }

    /** Replaces a result by another; false when there is none, or it is gone. */
    boolean renew(
            TenantId tenant,
            DocumentId id,
            Verdict verdict,
            int transactions,
            Optional<byte[]> sealedResult) {
        return replace(
                " and state = 'DONE' and verdict <> 'CONTRADICTED'",
                tenant,
                id,
                verdict,
                transactions,
                sealedResult);
    }

    /** One's document if it is read without fault; a deletion waits for the transaction's end. */
    Optional<Document> held(TenantId tenant, DocumentId id) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        DocumentTable.COLUMNS
                                                + " and id = :id and state = 'DONE'"
                                                + " and verdict <> 'CONTRADICTED' for update")
                                .param("tenant", tenant.value())
                                .param("id", id.value())
                                .query(DocumentTable::document)
                                .optional());
    }

    private boolean replace(
            String which,
            TenantId tenant,
            DocumentId id,
            Verdict verdict,
            int transactions,
            Optional<byte[]> sealedResult) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                update statements_document
                                                set state = 'DONE', reason = null,
                                                    verdict = :verdict, transactions = :rows,
                                                    sealed_result = :result,
                                                    wrong_password = false, ended_at = now()
                                                where tenant_id = :tenant and id = :id
                                                """
                                                        + which)
                                        .param("verdict", verdict.name())
                                        .param("rows", transactions)
                                        .param("result", sealedResult.orElse(null))
                                        .param("tenant", tenant.value())
                                        .param("id", id.value())
                                        .update())
                == 1;
    }
}
