package za.co.spikedata.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * A statement and what must precede it, sent as one: the database makes both a transaction, and the
 * statement sees what was committed before it began, not before what precedes it.
 *
 * <p>Options of the driver make it send them apart. Then the statement knows no tenant and finds
 * nothing, as if there were nothing; so a third asks whether the tenant is still known, which it is
 * until the transaction that the first began ends. It answers with a flag: after a column without
 * bounds the driver would send it apart.
 */
final class OneTrip {
    private static final String STILL = "select current_setting('app.tenant', true) = :tenant";

    private OneTrip() {}

    /**
     * The statement's first row.
     *
     * @param opening tells the database the tenant; answers with rows, which nobody reads
     * @param named {@code :tenant} among them
     * @throws IllegalStateException when they were not sent as one
     */
    static <T> Optional<T> find(
            NamedParameterJdbcOperations statements,
            String opening,
            String statement,
            MapSqlParameterSource named,
            RowMapper<T> row) {
        var all = String.join(";\n", opening, statement, STILL);
        var found = statements.execute(all, named, sent -> second(sent, row));
        return Objects.requireNonNull(found, "found");
    }

    private static <T> Optional<T> second(PreparedStatement sent, RowMapper<T> row)
            throws SQLException {
        sent.execute();
        Optional<T> found;
        sent.getMoreResults();
        try (var rows = sent.getResultSet()) {
            found = rows.next() ? Optional.ofNullable(row.mapRow(rows, 0)) : Optional.empty();
        }
        sent.getMoreResults();
        try (var still = sent.getResultSet()) {
            if (!still.next() || !still.getBoolean(1)) {
                throw new IllegalStateException(
                        "Expected one transaction, but the driver sent its statements apart");
            }
        }
        return found;
    }
}
