package za.co.spikedata.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Reason;

/** What a reader has to find in a sample. */
public sealed interface Truth {
    /**
     * A statement.
     *
     * @param account as printed, without spaces
     * @param misprint id of the row whose balance or amount is printed wrong on purpose
     * @param password opens the file, when it is locked
     * @param rows what moved the account, in printed order and before any misprint
     */
    record Told(
            String account,
            Period period,
            Money opening,
            Money closing,
            OptionalInt misprint,
            Optional<String> password,
            List<Row> rows)
            implements Truth {
        public Told {
            rows = List.copyOf(rows);
        }
    }

    /** Nothing that could be read. */
    record Refused(Reason reason) implements Truth {}

    /**
     * One movement.
     *
     * @param description one element a printed line
     * @param amount fee included
     */
    record Row(int id, LocalDate date, List<String> description, Money amount, Money balance) {
        public Row {
            description = List.copyOf(description);
        }
    }
}
