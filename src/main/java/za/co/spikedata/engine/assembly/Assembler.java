package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.reading.DayNumbers;
import za.co.spikedata.engine.reading.Papers;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Grids;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.PrintedFigures;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Section;
import za.co.spikedata.engine.table.Sections;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Reads pages into statements, or says why there is none. */
public final class Assembler {
    private final Banks banks;
    private final Origin origin;
    private final List<Signal> signals;

    /**
     * @param banks name what was read
     * @param signals of a change after the bank's own save
     */
    public Assembler(Banks banks, Origin origin, List<Signal> signals) {
        this.banks = banks;
        this.origin = origin;
        this.signals = List.copyOf(signals);
    }

    /** The bank whose one known layout all statements are. */
    private Optional<Bank> known(List<Statement> statements) {
        List<Optional<Bank>> owners =
                statements.stream()
                        .map(Statement::format)
                        .map(format -> format.flatMap(banks::owner))
                        .distinct()
                        .toList();
        return owners.size() == 1 ? owners.getFirst() : Optional.empty();
    }

    /**
     * Reads the pages as they come; in the order of their numbers where only that proves them, and
     * those twice that are printed twice where only that does and no number says they are one.
     */
    public ReadResult assemble(List<Page> all) {
        List<Page> pages = DoubledPages.without(all);
        ReadResult read = assembled(pages);
        if (pages.size() == all.size()) {
            return read;
        }
        ReadResult once = Explained.doubled(read, all.size());
        return isProven(once) || PageNumbers.of(all).stream().anyMatch(Optional::isPresent)
                ? once
                : Optional.of(inOrder(all)).filter(Assembler::isProven).orElse(once);
    }

    private ReadResult assembled(List<Page> pages) {
        ReadResult asTheyCome = inOrder(pages);
        if (isProven(asTheyCome)) {
            return asTheyCome;
        }
        return PageOrder.of(pages)
                .map(this::inOrder)
                .filter(Assembler::isProven)
                .map(Explained::reordered)
                .or(() -> parted(pages, asTheyCome))
                .orElse(asTheyCome);
    }

    /** Several accounts instead of one, where that proves every row that was read before. */
    private Optional<ReadResult> parted(List<Page> pages, ReadResult asTheyCome) {
        List<TokenLine> lines = new Strips(pages).lines();
        return SummaryStarts.of(lines, new PrintedFigures().of(lines)).isEmpty()
                ? Optional.empty()
                : Optional.of(read(pages, true))
                        .filter(Assembler::isProven)
                        .filter(parted -> rows(parted).equals(rows(asTheyCome)));
    }

    /** Day and size of each row. */
    private static List<String> rows(ReadResult result) {
        return switch (result) {
            case ReadResult.Read read ->
                    read.statements().stream()
                            .flatMap(statement -> statement.transactions().stream())
                            .map(row -> row.date() + " " + row.amount().decimal().abs())
                            .sorted()
                            .toList();
            case ReadResult.Unreadable _ -> List.of();
        };
    }

    private static boolean isProven(ReadResult result) {
        return switch (result) {
            case ReadResult.Read read -> read.verdict() == Verdict.PROVEN;
            case ReadResult.Unreadable _ -> false;
        };
    }

    private ReadResult inOrder(List<Page> pages) {
        return read(pages, false);
    }

    /**
     * @param summariesPart a summary below rows begins another account
     */
    private ReadResult read(List<Page> pages, boolean summariesPart) {
        var trace = new ArrayList<Trace.Step>();
        List<TokenLine> lines = DayNumbers.dated(new Strips(pages).lines());
        return switch (stretches(lines, pages.size(), summariesPart, banks, trace)) {
            case Outcome.None(var reason) -> new ReadResult.Unreadable(reason, new Trace(trace));
            case Outcome.Some(var stretches) -> {
                var gaps = PageGaps.of(pages);
                List<Statement> printed =
                        gaps.told(stretches).stream().map(Stretch::statement).toList();
                List<Statement> statements = Copies.without(printed);
                if (statements.size() < printed.size()) {
                    trace.add(Explained.copies(printed.size() - statements.size()));
                }
                yield new ReadResult.Read(
                        pages.size(),
                        statements,
                        origin.judge(known(statements), signals),
                        new Trace(trace));
            }
        };
    }

    /** The statements of some pages, not yet proven, or why there is none. */
    sealed interface Outcome {
        record Some(List<Stretch> stretches) implements Outcome {}

        record None(Reason reason) implements Outcome {}
    }

    /**
     * @param lines of so many pages
     * @param summariesPart a summary below rows begins another account
     */
    static Outcome stretches(
            List<TokenLine> lines,
            int pages,
            boolean summariesPart,
            Banks banks,
            List<Trace.Step> trace) {
        List<PrintedFigure> figures = new PrintedFigures().of(lines);
        var found = new ArrayList<Found>();
        var tables = new ArrayList<Grid>();
        NavigableSet<Integer> starts = Papers.starts(lines);
        starts.addAll(AccountStarts.of(lines));
        if (summariesPart) {
            starts.addAll(SummaryStarts.of(lines, figures));
        }
        List<Section> sections = new Sections().of(lines, starts);
        var parts = new Parts(starts, lines.size(), figures);
        var posted = new Posted(lines);
        trace.add(Explained.papers(starts.size() + 1, pages, lines.size()));
        for (Section section : sections) {
            Optional<Grid> grid = new Grids().of(section);
            trace.add(Explained.table(section, grid));
            if (grid.isPresent() && !grid.get().rows().isEmpty()) {
                tables.add(grid.get());
                var ends = parts.ends(section.firstLine());
                Reading reading = posted.read(grid.get(), ends, trace);
                reading.segments().stream()
                        .map(segment ->
                                Found.of(reading, segment, Kept.holds(reading, segment, ends)))
                        .forEach(found::add);
            }
        }
        var accounts = new Accounts(lines, parts, figures);
        List<Found> joined = posted.only(accounts.joined(tables, found, trace));
        List<Found> kept = Kept.of(joined, parts, lines, trace);
        if (kept.isEmpty() || summariesPart && !SummaryStarts.allLead(starts, kept)) {
            return new Outcome.None(reason(lines, sections, figures));
        }
        List<Stretch> stretches = stretches(lines, parts, figures, kept, banks, trace);
        return stretches.isEmpty()
                ? new Outcome.None(Reason.NO_STATEMENT_DATE)
                : new Outcome.Some(stretches);
    }

    private static List<Stretch> stretches(
            List<TokenLine> lines,
            Parts parts,
            List<PrintedFigure> figures,
            List<Found> kept,
            Banks banks,
            List<Trace.Step> trace) {
        var stretches = new ArrayList<Stretch>();
        var undated = new ArrayList<Found>();
        var front = new Front(lines.subList(0, kept.getFirst().firstLine()));
        var outside = new Outside(lines, kept, figures);
        Grid table = kept.getFirst().reading().grid();
        Function<RowLine, List<Cell>> texts = Descriptions.of(table);
        int start = 0;
        int unseen = 0;
        for (int i = 0; i < kept.size(); i++) {
            Found each = kept.get(i);
            boolean isLast = i + 1 == kept.size();
            int paper = parts.from(each.firstLine());
            start = Math.max(start, paper);
            int seen = isLast ? lines.size() : endOf(each, kept.get(i + 1), lines);
            int end = Math.min(seen, parts.to(each.firstLine()));
            var besides = outside.begun(unseen, seen);
            unseen = seen;
            if (each.reading().grid() != table) {
                table = each.reading().grid();
                texts = Descriptions.of(table);
            }
            var maker =
                    new StatementMaker(
                            each, texts, banks, front, besides, LostEnd.of(lines, each, kept));
            Optional<Stretch> made =
                    maker.make(
                            lines.subList(start, end),
                            lines.subList(paper, end),
                            parts.named().on(start, end),
                            trace);
            boolean nameless = i > 0 && Kept.isNameless(kept.get(i - 1), each, lines, parts);
            made.map(stretch -> nameless ? stretch.missing(each.place()) : stretch)
                    .ifPresentOrElse(stretches::add, () -> undated.add(each));
            start = each.lastLine() + 1;
        }
        if (undated.isEmpty()) {
            return stretches;
        }
        Optional<Place> account =
                undated.stream().filter(Found::holds).findFirst().map(Found::place);
        return stretches.stream()
                .map(each ->
                        account.map(each::missing)
                                .orElseGet(() -> each.beside(undated.getFirst().place())))
                .toList();
    }

    /**
     * A statement's lines end with the page of its last row, or where the next one's rows start.
     */
    private static int endOf(Found each, Found next, List<TokenLine> lines) {
        int end = each.lastLine() + 1;
        int page = lines.get(end - 1).page();
        while (end < next.firstLine() && lines.get(end).page() == page) {
            end++;
        }
        return end;
    }

    private static Reason reason(
            List<TokenLine> lines, List<Section> sections, List<PrintedFigure> figures) {
        boolean balances =
                figures.stream().anyMatch(each -> each.name() == Name.OPENING)
                        && figures.stream().anyMatch(each -> each.name() == Name.CLOSING);
        boolean dated = lines.stream().anyMatch(line -> !line.dates().isEmpty());
        if (balances && dated) {
            return Reason.NO_TRANSACTIONS;
        }
        boolean undatedRows =
                sections.stream()
                        .filter(section -> section.header().isPresent())
                        .filter(section -> section.header().get().has(Heading.DATE))
                        .flatMap(section -> section.lines().stream())
                        .anyMatch(line -> !line.money().isEmpty());
        return undatedRows ? Reason.NO_STATEMENT_DATE : Reason.NOT_A_STATEMENT;
    }
}
