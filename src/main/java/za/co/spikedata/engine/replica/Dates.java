package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.DateWriter.Day;
import za.co.spikedata.engine.table.TokenLine;

/** The dates of a paper and the days that they were taken for. */
final class Dates {
    private static final int USUAL_YEAR = 2020;

    private final Printed paper;
    private final Map<DateToken, LocalDate> booked = new IdentityHashMap<>();
    private final List<DateToken> rows = new ArrayList<>();

    /** Of rows that print none themselves. */
    private final Set<LocalDate> inherited = new HashSet<>();

    Dates(Printed paper, ReadResult original) {
        this.paper = paper;
        if (original instanceof ReadResult.Read read) {
            for (Statement statement : read.statements()) {
                statement.transactions().forEach(this::book);
            }
        }
        booked.values().forEach(inherited::remove);
    }

    private void book(Transaction row) {
        inherited.add(row.date());
        for (Cell cell : row.cells()) {
            Optional<LocalDate> day =
                    switch (cell.column()) {
                        case DATE -> Optional.of(row.date());
                        case VALUE_DATE -> row.valueDate();
                        default -> Optional.empty();
                    };
            Optional<Date> printed = paper.date(cell.place());
            if (day.isPresent() && printed.isPresent()) {
                booked.put(printed.get().token(), day.get());
                rows.add(printed.get().token());
            }
        }
    }

    List<Dated> all() {
        Calendar calendar = Calendar.of(paper.lines(), rows);
        int usual = booked.values().stream().mapToInt(LocalDate::getYear).min().orElse(USUAL_YEAR);
        var dates = new ArrayList<Dated>();
        for (int i = 0; i < paper.lines().size(); i++) {
            for (DateToken token : paper.lines().get(i).dates()) {
                Optional<LocalDate> day =
                        Optional.ofNullable(booked.get(token)).or(() -> inherited(token, calendar));
                if (day.isEmpty() && token.weak() && !isColumn(token)) {
                    continue;
                }
                Day meant =
                        day.or(() -> calendar.day(token, -1))
                                .or(() -> calendar.day(token, usual))
                                .map(Day::of)
                                .orElse(new Day(token.first(), token.second(), usual));
                dates.add(new Dated(new Date(i, token), meant));
            }
        }
        return dates;
    }

    /** Digits that look like a figure as well, and by which rows below are booked. */
    private Optional<LocalDate> inherited(DateToken token, Calendar calendar) {
        return token.weak()
                ? inherited.stream()
                        .filter(day -> calendar.day(token, day.getYear()).equals(Optional.of(day)))
                        .min(LocalDate::compareTo)
                : Optional.empty();
    }

    /**
     * Several dates of bare digits, and no other number as long, begin at one place of their lines:
     * they are dates whether rows are booked by them or not.
     */
    private boolean isColumn(DateToken token) {
        int dates = 0;
        for (TokenLine line : paper.lines()) {
            for (int i = 0; i < line.words().size(); i++) {
                Word word = line.words().get(i);
                int first = i;
                boolean alike =
                        word.text().length() == token.text().length()
                                && word.text().chars().allMatch(Character::isDigit)
                                && Math.abs(word.box().left() - token.box().left()) < 2;
                if (alike && line.dates().stream().noneMatch(date -> date.firstWord() == first)) {
                    return false;
                }
                dates += alike ? 1 : 0;
            }
        }
        return dates > 2;
    }
}
