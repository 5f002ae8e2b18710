package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import za.co.spikedata.bench.hostile.Family;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.sandbox.SandboxLimits;

/**
 * Sends files broken in every manner of {@link Family} to the real pool of workers: each must be
 * answered, none by a fault of ours, and the pool must read on; those over ten seconds are counted.
 * Arguments: files of each family, the first seed, part of a family's name, and a folder that keeps
 * the slow and the faulty.
 */
public final class MalformedFiles {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SLOWEST = 10;

    private record Answer(String family, long seed, String outcome, Duration time) {
        boolean isFault() {
            return outcome.equals(Reason.UNEXPECTED.name());
        }

        boolean isSlow() {
            return time.compareTo(LONGEST) > 0;
        }

        @Override
        public String toString() {
            return "%6d ms  %-24s %s, seed %d".formatted(time.toMillis(), outcome, family, seed);
        }
    }

    private MalformedFiles() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int each = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        String part = arguments.length > 2 ? arguments[2] : "";
        var whole = new ArrayList<byte[]>();
        Samples.all(first).forEach(sample -> whole.add(sample.pdf()));
        whole.add(RawPdf.statement().bytes());
        var answers = new ArrayList<Answer>();
        try (var sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
            sandbox.warm();
            for (Family family : Family.all(whole)) {
                if (!family.name().contains(part)) {
                    continue;
                }
                for (long seed = first; seed < first + each; seed++) {
                    byte[] file = family.draw().apply(new Random(seed));
                    var answer = answer(sandbox, family.name(), seed, file);
                    answers.add(answer);
                    if (arguments.length > 3 && answer.time().toSeconds() >= 3
                            || answer.isFault()) {
                        keep(Path.of(arguments[3]), answer, file);
                    }
                }
                told(answers, family.name(), out);
            }
            boolean reads = outcome(sandbox, whole.getLast()).equals(Verdict.PROVEN.name());
            System.exit(summed(answers, reads, out) ? 0 : 1);
        }
    }

    private static Answer answer(Sandbox sandbox, String family, long seed, byte[] file) {
        long start = System.nanoTime();
        String outcome = outcome(sandbox, file);
        return new Answer(family, seed, outcome, Duration.ofNanos(System.nanoTime() - start));
    }

    private static String outcome(Sandbox sandbox, byte[] file) {
        return switch (sandbox.read("malformed", file, Optional.empty(), Progress.NONE)) {
            case ReadResult.Read read -> read.verdict().name();
            case ReadResult.Unreadable(var reason, _) -> reason.name();
        };
    }

    private static void keep(Path folder, Answer answer, byte[] file) throws IOException {
        Files.createDirectories(folder);
        String name = answer.family().replaceAll("\\W+", "-") + "-" + answer.seed() + ".pdf";
        Files.write(folder.resolve(name), file);
    }

    private static void told(List<Answer> answers, String family, PrintStream out) {
        var ours = answers.stream().filter(each -> each.family().equals(family)).toList();
        long slowest = ours.stream().mapToLong(each -> each.time().toMillis()).max().orElse(0);
        out.println("%-45s %6d ms  %s".formatted(family, slowest, counted(ours)));
    }

    private static Map<String, Integer> counted(List<Answer> answers) {
        var counts = new TreeMap<String, Integer>();
        answers.forEach(each -> counts.merge(each.outcome(), 1, Integer::sum));
        return counts;
    }

    /** Whether all is well. */
    private static boolean summed(List<Answer> answers, boolean reads, PrintStream out) {
        out.println("\nslowest");
        answers.stream()
                .sorted((one, other) -> other.time().compareTo(one.time()))
                .limit(SLOWEST)
                .forEach(out::println);
        var faults = answers.stream().filter(Answer::isFault).toList();
        out.println("\nfaults: " + faults.size());
        faults.forEach(out::println);
        out.println(
                "\n%d files, %s, %d over %d s, the pool %s"
                        .formatted(
                                answers.size(),
                                counted(answers),
                                answers.stream().filter(Answer::isSlow).count(),
                                LONGEST.toSeconds(),
                                reads ? "reads on" : "READS NO MORE"));
        return faults.isEmpty() && reads;
    }
}
