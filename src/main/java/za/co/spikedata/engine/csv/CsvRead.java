package za.co.spikedata.engine.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;

/** What became of a CSV file. */
public sealed interface CsvRead {
    /** Nothing that any layout knows. */
    record Unknown() implements CsvRead {}

    /** More than one layout claims it. */
    record Several(List<String> layouts) implements CsvRead {
        public Several {
            layouts = List.copyOf(layouts);
        }
    }

    /**
     * Rows of one account.
     *
     * @param whole every line of the table was understood
     */
    record Table(
            CsvLayout layout,
            String account,
            Optional<String> holder,
            Optional<Money> opening,
            Optional<Money> closing,
            List<Row> rows,
            boolean whole)
            implements CsvRead {
        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "Table[" + layout.id() + "]";
        }
    }

    /** One row in the file's order; without an amount it tells a balance. */
    record Row(
            LocalDate date,
            List<String> description,
            Optional<Money> amount,
            Optional<Money> balance) {
        public Row {
            description = List.copyOf(description);
        }

        @Override
        public String toString() {
            return "Row[" + date + "]";
        }
    }
}
