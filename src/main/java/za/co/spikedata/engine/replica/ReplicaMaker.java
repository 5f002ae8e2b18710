package za.co.spikedata.engine.replica;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.replica.Replica.Why;

/** Makes a paper's replica and shows that it is one; what cannot be shown is not made. */
public final class ReplicaMaker {
    /** Chance may repeat a word of the original, or draw a line that reads otherwise. */
    private static final int MOST_TRIES = 12;

    private final StatementEngine engine;
    private final EngineLimits limits;

    /**
     * @param engine reads the original and the copy
     */
    public ReplicaMaker(StatementEngine engine, EngineLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /**
     * The replica of one paper.
     *
     * @param pdf the original
     * @param password opens it; never kept
     * @param random must not be guessed by anybody: who knows it can undo the replica
     */
    public Replica make(byte[] pdf, Optional<String> password, RandomGenerator random) {
        ReadResult original = engine.read(pdf, password, Progress.NONE);
        if (original instanceof ReadResult.Unreadable(var reason, _)
                && (reason == Reason.SCANNED || reason == Reason.NO_TEXT)) {
            return new Replica.NotShown(Why.PICTURES);
        }
        Optional<PdfScript> script = PdfScript.of(pdf, password, limits);
        if (script.isEmpty()) {
            return new Replica.NotShown(Why.NOT_FOLLOWED);
        }
        Replica made = new Replica.NotShown(Why.OUTCOME);
        for (int i = 0; i < MOST_TRIES; i++) {
            made = attempt(script.get(), original, i % 2 == 1, random);
            if (made instanceof Replica.Made) {
                return made;
            }
        }
        return made;
    }

    /** What may be a day matters on few papers, and binds figures, so every other try keeps it. */
    private Replica attempt(
            PdfScript script, ReadResult original, boolean keepsDays, RandomGenerator random) {
        var rewriting = new Rewriting(new Printed(script, original), original, random);
        Optional<Move> move = rewriting.move();
        if (move.isEmpty()) {
            return new Replica.NotShown(Why.DATES);
        }
        Optional<Draft> draft = rewriting.draft(move.get(), keepsDays);
        if (draft.isEmpty()) {
            return new Replica.NotShown(Why.LINES);
        }
        Map<Integer, Map<Integer, String>> glyphs = draft.get().glyphs();
        Optional<byte[]> copy =
                script.written(
                        (sheet, glyph) ->
                                glyphs.getOrDefault(sheet, Map.of())
                                        .getOrDefault(
                                                glyph,
                                                script.sheets()
                                                        .get(sheet)
                                                        .glyphs()
                                                        .get(glyph)
                                                        .text()),
                        random.nextLong());
        if (copy.isEmpty()) {
            return new Replica.NotShown(Why.CHARACTERS);
        }
        return shown(script, original, copy.get(), move.get());
    }

    private Replica shown(PdfScript script, ReadResult original, byte[] copy, Move move) {
        ReadResult read = engine.read(copy, Optional.empty(), Progress.NONE);
        if (!Likeness.isAlike(original, read, move)) {
            return new Replica.NotShown(Why.OUTCOME);
        }
        Optional<PdfScript> again = PdfScript.of(copy, Optional.empty(), limits);
        if (again.isEmpty() || !Likeness.standAlike(script, again.get())) {
            return new Replica.NotShown(Why.PLACES);
        }
        return Leaks.between(script, again.get(), copy).isEmpty()
                ? new Replica.Made(copy)
                : new Replica.NotShown(Why.WORDS);
    }
}
