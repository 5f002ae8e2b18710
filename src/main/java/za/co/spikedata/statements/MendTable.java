package za.co.spikedata.statements;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Documents that failed and are read after all. */
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
                                                    and (state = 'REFUSED'
                                                        or verdict = 'CONTRADICTED')
                                                """)
                                        .param("verdict", verdict.name())
                                        .param("rows", transactions)
                                        .param("result", sealedResult.orElse(null))
                                        .param("tenant", tenant.value())
                                        .param("id", id.value())
                                        .update())
                == 1;
    }
}
