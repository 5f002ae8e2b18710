package za.co.spikedata.tally;

import java.util.Optional;

/**
 * In which order tenants are listed.
 *
 * @param by empty: their short names
 * @param isFalling the greatest number, or the last name, first
 */
public record Order(Optional<Figure> by, boolean isFalling) {
    /** What tenants have in common comes by their names. */
    String sql() {
        var direction = isFalling ? " desc" : "";
        return by.map(figure -> figure.column() + direction + ", tenant")
                .orElse("tenant" + direction);
    }
}
