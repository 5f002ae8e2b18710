package za.co.spikedata.bench.paper;

import java.time.LocalDate;
import java.util.List;

/** What stands on an invented paper; cents, in printed order. */
public record Truth(long opening, long closing, List<Row> rows) {
    public Truth {
        rows = List.copyOf(rows);
    }

    /**
     * @param moved amount and fee: what the balance moves by
     */
    public record Row(LocalDate date, String text, long moved, long balance) {}
}
