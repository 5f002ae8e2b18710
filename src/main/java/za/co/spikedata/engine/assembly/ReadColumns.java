package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Rules;
import za.co.spikedata.engine.table.Heading;

/** What each column of figures was read as. */
final class ReadColumns {
    private ReadColumns() {}

    static List<Cell.Column> of(Reading reading) {
        return IntStream.range(0, reading.grid().columns().size())
                .mapToObj(index -> column(reading, index))
                .toList();
    }

    private static Cell.Column column(Reading reading, int index) {
        Rules rules = reading.rules();
        if (index == rules.balance()) {
            return Cell.Column.BALANCE;
        }
        Optional<Heading> heading = reading.grid().columns().get(index).heading();
        if (heading.filter(Heading::isFee).isPresent()) {
            return Cell.Column.FEE;
        }
        int sign = rules.signs().get(index);
        if (sign == 0) {
            return Cell.Column.OTHER;
        }
        if (heading.filter(Heading.CREDIT::equals).isPresent()) {
            return Cell.Column.CREDIT;
        }
        boolean single = rules.signs().stream().filter(each -> each != 0).count() == 1;
        boolean takesAway = !single && sign < 0;
        return takesAway || heading.filter(Heading.DEBIT::equals).isPresent()
                ? Cell.Column.DEBIT
                : Cell.Column.AMOUNT;
    }
}
