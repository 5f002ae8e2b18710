package za.co.spikedata.vault;

import java.util.List;

/** What a module's tables hold that {@link TenantSecrets} sealed, so that it can be sealed anew. */
public interface SealedColumns {
    List<Column> columns();

    /**
     * @param context the SQL that tells, from a row, in which context its value is sealed
     */
    record Column(String table, String name, String context) {}
}
