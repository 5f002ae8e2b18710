package za.co.spikedata.engine.replica;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import za.co.spikedata.bench.FailingPapers;
import za.co.spikedata.bench.FailingPapers.Failing;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.engine.replica.Attacker.Content;

/**
 * Makes the replicas of invented statements that fail, holds each to what a replica must be, and
 * lets attackers guess which of a hundred papers of the same form it was made of. Arguments: how
 * many statements, how many of them are attacked, how many papers an attacker holds, the seed they
 * are invented from, and how many of the first are left out.
 */
public final class ReplicaGame {
    private static final StatementEngine ENGINE = new StatementEngine(EngineLimits.DEFAULT);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<Attacker, List<Rank>> ranks = new EnumMap<>(Attacker.class);
    private double farthest;

    /** How many papers an attacker likes more than the right one, and how many as much, with it. */
    private record Rank(int better, int equal) {
        /** What guessing among those liked as much comes to. */
        double mean() {
            return better + (1 + equal) / 2.0;
        }

        double chanceOfFirst() {
            return better > 0 ? 0 : 1.0 / equal;
        }
    }

    private ReplicaGame() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int attacked = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        int papers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        int from = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        var game = new ReplicaGame();
        List<Failing> failing = FailingPapers.some(count, seed);
        for (int i = from; i < failing.size(); i++) {
            game.play(failing.get(i), i);
            if (i < from + attacked) {
                game.attack(failing.get(i), papers, i);
            }
        }
        game.report(count - from, papers);
    }

    private void play(Failing failing, int random) {
        Replica made = make(failing.pdf(), random);
        String outcome =
                switch (made) {
                    case Replica.NotShown(var why) -> "no replica: " + why;
                    case Replica.Made(var pdf) -> held(failing.pdf(), pdf);
                };
        outcomes.merge(outcome, 1, Integer::sum);
        if (!outcome.startsWith("same")) {
            out.println(
                    outcome
                            + " layout "
                            + failing.layout()
                            + " seed "
                            + failing.seed()
                            + " "
                            + failing.fault());
        }
    }

    private static Replica make(byte[] pdf, long random) {
        return new ReplicaMaker(ENGINE, EngineLimits.DEFAULT)
                .make(pdf, Optional.empty(), new Random(random));
    }

    /** Looks the copy over once more, apart from its maker. */
    private String held(byte[] original, byte[] copy) {
        PdfScript before = script(original);
        PdfScript after = script(copy);
        for (int i = 0; i < before.sheets().size(); i++) {
            List<Glyph> ones =
                    before.sheets().get(i).glyphs().stream().filter(Glyph::seen).toList();
            List<Glyph> twos = after.sheets().get(i).glyphs().stream().filter(Glyph::seen).toList();
            if (ones.size() != twos.size()) {
                return "glyphs lost";
            }
            for (int j = 0; j < ones.size(); j++) {
                farthest = Math.max(farthest, apart(ones.get(j), twos.get(j)));
            }
        }
        if (!Leaks.between(before, after, copy).isEmpty()) {
            return "words left";
        }
        return failure(original).equals(failure(copy))
                ? "same reason and row"
                : "other reason or row";
    }

    private static double apart(Glyph one, Glyph two) {
        return Math.max(
                Math.max(Math.abs(one.x() - two.x()), Math.abs(one.y() - two.y())),
                Math.max(Math.abs(one.width() - two.width()), Math.abs(one.size() - two.size())));
    }

    /** The reason, or for each statement its verdict and what is broken at which row. */
    private static String failure(byte[] pdf) {
        return switch (read(pdf)) {
            case ReadResult.Unreadable(var reason, _) -> reason.toString();
            case ReadResult.Read found ->
                    found.statements().stream()
                            .map(statement ->
                                    statement.proof().verdict()
                                            + " "
                                            + statement.transactions().size()
                                            + statement.proof().broken().stream()
                                                    .map(each ->
                                                            each.rule() + " " + each.transaction())
                                                    .toList())
                            .toList()
                            .toString();
        };
    }

    /** One of many papers of the form is copied; where does each attacker rank it? */
    private void attack(Failing failing, int papers, int seed) {
        var random = new Random(1_000_003L * seed);
        PdfScript form = script(failing.pdf());
        ReadResult read = read(failing.pdf());
        var held = new ArrayList<byte[]>();
        for (int i = 0; held.size() < papers && i < papers * 3; i++) {
            other(form, read, random).ifPresent(held::add);
        }
        if (held.size() < papers) {
            return;
        }
        int chosen = random.nextInt(papers);
        if (!(make(held.get(chosen), seed) instanceof Replica.Made(var copy))) {
            return;
        }
        Content replica = content(copy);
        List<Content> contents = held.stream().map(ReplicaGame::content).toList();
        out.print("attacked layout " + failing.layout() + " seed " + failing.seed() + ":");
        for (Attacker attacker : Attacker.values()) {
            double truth = attacker.clue(contents.get(chosen), replica);
            int better = 0;
            int equal = 0;
            for (Content each : contents) {
                double clue = attacker.clue(each, replica);
                better += clue > truth ? 1 : 0;
                equal += clue == truth ? 1 : 0;
            }
            var rank = new Rank(better, equal);
            out.print(" " + attacker + " " + rank.mean());
            ranks.computeIfAbsent(attacker, _ -> new ArrayList<>()).add(rank);
        }
        out.println();
    }

    /** Another paper of the same form. */
    private static Optional<byte[]> other(PdfScript form, ReadResult read, Random random) {
        var rewriting = new Rewriting(new Printed(form, read), read, random);
        var move = rewriting.move();
        if (move.isEmpty()) {
            return Optional.empty();
        }
        return rewriting
                .draft(move.get(), false)
                .flatMap(draft -> {
                    var glyphs = draft.glyphs();
                    return form.written(
                            (sheet, glyph) ->
                                    glyphs.getOrDefault(sheet, Map.of())
                                            .getOrDefault(
                                                    glyph,
                                                    form.sheets()
                                                            .get(sheet)
                                                            .glyphs()
                                                            .get(glyph)
                                                            .text()),
                            1);
                });
    }

    private static Content content(byte[] pdf) {
        PdfScript script = script(pdf);
        return Content.of(new Printed(script).lines(), read(pdf), Leaks.words(script));
    }

    private static PdfScript script(byte[] pdf) {
        return PdfScript.of(pdf, Optional.empty(), EngineLimits.DEFAULT).orElseThrow();
    }

    private static ReadResult read(byte[] pdf) {
        return ENGINE.read(pdf, Optional.empty(), Progress.NONE);
    }

    private void report(int count, int papers) {
        outcomes.forEach((outcome, times) -> out.println(outcome + " " + times + " of " + count));
        out.printf("farthest glyph %.4f pt%n", farthest);
        ranks.forEach((attacker, of) -> {
            double mean = of.stream().mapToDouble(Rank::mean).average().orElse(0);
            double first = of.stream().mapToDouble(Rank::chanceOfFirst).sum();
            long blind = of.stream().filter(rank -> rank.equal() == papers).count();
            double error = Math.sqrt((papers * (double) papers - 1) / 12 / of.size());
            out.printf(
                    "%s: first %.1f of %d (chance %.1f), mean rank %.1f (chance %.1f +- %.1f),"
                            + " all alike in %d%n",
                    attacker,
                    first,
                    of.size(),
                    of.size() / (double) papers,
                    mean,
                    (papers + 1) / 2.0,
                    2 * error,
                    blind);
        });
    }
}
