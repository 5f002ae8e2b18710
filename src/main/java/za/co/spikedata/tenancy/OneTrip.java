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
 */
final class OneTrip {
    private OneTrip() {}

    /**
     * The statement's first row.
     *
     * @param opening answers with rows, which nobody reads
     */
    static <T> Optional<T> find(
            NamedParameterJdbcOperations statements,
            String opening,
            String statement,
            MapSqlParameterSource named,
            RowMapper<T> row) {
        var found =
                statements.execute(opening + ";\n" + statement, named, both -> second(both, row));
        return Objects.requireNonNull(found, "found");
    }

    private static <T> Optional<T> second(PreparedStatement both, RowMapper<T> row)
            throws SQLException {
        both.execute();
        both.getMoreResults();
        try (var rows = both.getResultSet()) {
            return rows.next() ? Optional.ofNullable(row.mapRow(rows, 0)) : Optional.empty();
        }
    }
}
