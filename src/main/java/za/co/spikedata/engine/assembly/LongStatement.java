package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Reads one statement of very many pages a stretch at a time. Of a stretch only its rows are kept,
 * as bytes; the next one must go on with the balance it ends at. A file of which that is not so is
 * none of these and must be read as a whole.
 */
public final class LongStatement {
    /** Pages that are read at once; their words take some megabytes. */
    private static final int STRETCH = 50;

    private final Banks banks;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Trace.Step> trace = new ArrayList<>();
    private final Map<Sign, List<Signal>> signals = new EnumMap<>(Sign.class);
    private final PageGaps gaps = new PageGaps();
    private int pages;

    /** Set by whoever does what is left of a stretch, seen by whoever brings the next. */
    private volatile boolean goesOn = true;

    public LongStatement(Banks banks) {
        this.banks = banks;
    }

    /** Documents of no more pages than this are read as a whole. */
    public int atOnce() {
        return STRETCH;
    }

    /**
     * The next pages; no more are looked at once some do not go on with those before.
     *
     * @return what is left to do, after the same of the pages before
     */
    public Runnable take(List<Page> next) {
        pages += next.size();
        next.forEach(gaps::take);
        if (!goesOn) {
            return () -> {};
        }
        Optional<List<TokenLine>> lines = lines(next);
        List<Signal> odd = Signals.of(next);
        return () -> goOn(lines, next.size(), odd);
    }

    private void goOn(Optional<List<TokenLine>> lines, int count, List<Signal> odd) {
        if (!goesOn) {
            return;
        }
        var steps = new ArrayList<Trace.Step>();
        Optional<Stretch> read = lines.flatMap(each -> read(each, count, steps));
        goesOn =
                read.isPresent()
                        && (stretches.isEmpty()
                                ? Seams.mayGoOn(read.get())
                                : Seams.hold(stretches.getLast(), read.get()));
        if (!goesOn) {
            stretches.clear();
            return;
        }
        if (stretches.isEmpty()) {
            trace.addAll(steps);
        }
        stretches.add(read.get().compact());
        for (Signal each : odd) {
            signals.computeIfAbsent(each.sign(), _ -> new ArrayList<>()).add(each);
        }
    }

    /**
     * The whole statement; nothing when its pages are not those of one, or are not proven: what is
     * wrong with a paper shows best in the whole of it.
     *
     * @param found signals of a change that the file itself shows
     */
    public Optional<ReadResult> result(Origin origin, List<Signal> found) {
        if (!goesOn || stretches.isEmpty()) {
            return Optional.empty();
        }
        Stretch whole = gaps.told(List.of(Seams.joined(stretches))).getFirst();
        trace.add(
                new Trace.Step(
                        "stretches",
                        stretches.size() + " stretches of pages go on with one another",
                        stretches.size(),
                        "kept"));
        Statement statement = whole.statement();
        if (!statement.proof().isProven()) {
            return Optional.empty();
        }
        Optional<Bank> bank = statement.format().flatMap(banks::owner);
        return Optional.of(
                new ReadResult.Read(
                        pages,
                        List.of(statement),
                        origin.judge(bank, all(found)),
                        new Trace(trace)));
    }

    private List<Signal> all(List<Signal> found) {
        var all = new ArrayList<>(found);
        signals.values().stream()
                .filter(alike -> alike.size() <= Signals.MOST)
                .forEach(all::addAll);
        return all;
    }

    private static Optional<List<TokenLine>> lines(List<Page> next) {
        try {
            return Optional.of(new Strips(next).lines());
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private Optional<Stretch> read(List<TokenLine> lines, int count, List<Trace.Step> steps) {
        try {
            return switch (Assembler.stretches(lines, count, false, banks, steps)) {
                case Assembler.Outcome.Some(var found) when found.size() == 1 ->
                        Optional.of(found.getFirst());
                case Assembler.Outcome.Some _, Assembler.Outcome.None _ -> Optional.empty();
            };
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
