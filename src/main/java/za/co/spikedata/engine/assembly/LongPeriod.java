package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.Optional;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.DateToken;

/** A period of more than a year, in which a day without one lies twice. */
final class LongPeriod {
    private LongPeriod() {}

    /**
     * The last row, where some day without a year lies in the printed period twice, and the rows'
     * order does not tell which of the two it is.
     */
    static Optional<Place> doubted(Calendar calendar, Segment segment) {
        return calendar.period()
                .filter(period -> !period.from().plusYears(1).isAfter(period.to()))
                .filter(period -> isTwice(period, calendar, segment))
                .map(_ -> segment.transactions().getLast().row().tokens().place());
    }

    /** A day a year later is in order too where the next row's is no earlier. */
    private static boolean isTwice(Period period, Calendar calendar, Segment segment) {
        LocalDate next = LocalDate.MAX;
        boolean isTwice = false;
        boolean isOrdered = true;
        boolean canMove = false;
        for (Step step : segment.transactions().reversed()) {
            Optional<DateToken> date = step.row().date();
            Optional<LocalDate> read = date.flatMap(each -> calendar.day(each, -1));
            if (read.isEmpty()) {
                continue;
            }
            LocalDate day = read.get();
            LocalDate later = day.plusYears(1);
            if (!date.get().hasYear() && period.contains(day) && period.contains(later)) {
                isTwice = true;
                canMove |= !later.isAfter(next);
            }
            isOrdered &= !day.isAfter(next);
            next = day;
        }
        return isTwice && (canMove || !isOrdered || !isOneRun(segment));
    }

    /** Balances tell the order of the rows, which no heading parts. */
    private static boolean isOneRun(Segment segment) {
        int part = segment.transactions().getFirst().row().part();
        return segment.transactions().stream()
                .allMatch(step -> step.balance().isPresent() && step.row().part() == part);
    }
}
