package za.co.spikedata.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A printed row that moves no money: a balance brought or carried forward, a sub-total, a memo.
 *
 * @param afterTransaction id of the transaction it stands after; 0 before the first
 */
public record Marker(
        Kind kind,
        int afterTransaction,
        Optional<LocalDate> date,
        List<String> description,
        Optional<Money> balance,
        List<Cell> cells) {
    /** Why the row moves no money. */
    public enum Kind {
        OPENING,
        CLOSING,
        BROUGHT_FORWARD,
        CARRIED_FORWARD,
        TOTAL,
        MEMO
    }

    public Marker {
        description = List.copyOf(description);
        cells = List.copyOf(cells);
    }

    @Override
    public String toString() {
        return "Marker[" + kind + " after " + afterTransaction + "]";
    }
}
