package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.table.DateWriter.Day;

/** A date and the day it means; the day need not exist, as on 31 February. */
record Dated(Date date, Day day) {
    Optional<LocalDate> exact() {
        int longest =
                day.month() < 1 || day.month() > 12
                        ? 0
                        : Month.of(day.month()).length(day.year() % 4 == 0);
        return day.day() >= 1 && day.day() <= longest
                ? Optional.of(LocalDate.of(day.year(), day.month(), day.day()))
                : Optional.empty();
    }
}
