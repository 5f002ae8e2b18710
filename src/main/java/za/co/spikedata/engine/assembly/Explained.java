package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Section;

/** The steps of a reading in words a person can follow; nothing the paper says is in them. */
final class Explained {
    private Explained() {}

    static Trace.Step papers(int papers, int pages, int lines) {
        return new Trace.Step(
                "papers",
                "%d pages of %d lines in all are %d papers or accounts"
                        .formatted(pages, lines, papers),
                papers,
                "kept");
    }

    static Trace.Step table(Section section, Optional<Grid> grid) {
        int page = section.lines().isEmpty() ? 0 : section.lines().getFirst().page();
        String headings =
                section.header()
                        .map(header ->
                                header.labels().stream()
                                        .map(label -> label.heading().name())
                                        .collect(Collectors.joining(" ")))
                        .orElse("no headings");
        String where = "lines from page %d below %s".formatted(page, headings);
        if (grid.isEmpty()) {
            return new Trace.Step("tables", where, 0, "dropped: no column of dates and figures");
        }
        return new Trace.Step(
                "tables",
                where,
                grid.get().rows().size(),
                "%d rows, %d columns of figures"
                        .formatted(grid.get().rows().size(), grid.get().columns().size()));
    }

    static Trace.Step dates(Calendar calendar, int undated) {
        String period = calendar.period().map(Explained::days).orElse("no period printed");
        return new Trace.Step(
                "dates",
                "numbers in dates are %s, years %s, %s"
                        .formatted(calendar.order(), calendar.era(), period),
                undated,
                undated == 0 ? "kept" : "dropped: %d rows have no day".formatted(undated));
    }

    static Trace.Step copies(int copies) {
        return new Trace.Step(
                "statements",
                "%d say what one before them does".formatted(copies),
                copies,
                "dropped: read once");
    }

    static Trace.Step layout(Banks.Label label) {
        List<String> candidates = label.candidates();
        return new Trace.Step(
                "layout",
                candidates.isEmpty() ? "no known layout" : String.join(", ", candidates),
                candidates.size(),
                candidates.size() > 1
                        ? "ambiguous, called " + label.format()
                        : "called " + label.format());
    }

    /** The pages were put in the order of their numbers. */
    static ReadResult reordered(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable unreadable -> unreadable;
            case ReadResult.Read read ->
                    after(
                            new Trace.Step(
                                    "pages",
                                    "in the order of their numbers",
                                    read.pages(),
                                    "kept: proven"),
                            read,
                            read.pages());
        };
    }

    /**
     * Pages that repeat others were left out.
     *
     * @param pages of the file, with those
     */
    static ReadResult doubled(ReadResult result, int pages) {
        return switch (result) {
            case ReadResult.Unreadable unreadable -> unreadable;
            case ReadResult.Read read ->
                    after(
                            new Trace.Step(
                                    "pages",
                                    "some print what a page before them does",
                                    pages - read.pages(),
                                    "dropped: read once"),
                            read,
                            pages);
        };
    }

    private static ReadResult after(Trace.Step first, ReadResult.Read read, int pages) {
        var steps = new ArrayList<Trace.Step>();
        steps.add(first);
        steps.addAll(read.trace().steps());
        return new ReadResult.Read(pages, read.statements(), read.authenticity(), new Trace(steps));
    }

    private static String days(Period period) {
        return "a period of %d days is printed"
                .formatted(period.to().toEpochDay() - period.from().toEpochDay() + 1);
    }
}
