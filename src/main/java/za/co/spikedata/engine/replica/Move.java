package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.util.Map;

/**
 * Where days go. The order of days stays, and how far they are apart wherever it can.
 *
 * @param days that all days move by
 * @param others days that go elsewhere, and where
 */
record Move(long days, Map<LocalDate, LocalDate> others) {
    Move {
        others = Map.copyOf(others);
    }

    LocalDate of(LocalDate day) {
        return others.getOrDefault(day, day.plusDays(days));
    }
}
