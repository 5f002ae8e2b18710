package za.co.spikedata.engine.model;

import java.time.LocalDate;

/** The days a statement covers, both included. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Expected a period that ends after it starts");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
