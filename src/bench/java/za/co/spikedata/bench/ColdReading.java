package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import za.co.spikedata.bench.paper.LongPaper;

/**
 * The installed command line beside {@code pdftotext -layout} on the same file, each a process of
 * its own, turn by turn, or alone where there is none; and 3,000 pages within a heap of 64 MB.
 * Arguments: the program that {@code install} made, then page counts.
 */
public final class ColdReading {
    private static final int ROUNDS = 5;
    private static final int LONGEST = 3_000;
    private static final String SMALL_HEAP = "-Xmx64m";

    /** Fields of a process's stat, behind its name: time its ended children took, in ticks. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;
    private static final double MILLIS_PER_TICK = 10;

    /** What a process took, in milliseconds. */
    private record Took(double wall, double cpu, int exit) {}

    private ColdReading() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String program = arguments[0];
        if (!Files.isExecutable(Path.of(program))) {
            throw new NoSuchFileException(program, null, "install it first");
        }
        boolean isBeside = hasPdftotext();
        if (!isBeside) {
            out.println("Alone, for there is no pdftotext here");
        }
        int[] counts = ReadingSpeed.pages(arguments[1]);
        Path folder = Files.createTempDirectory("cold");
        for (boolean embedded : new boolean[] {false, true}) {
            for (int pages : counts) {
                Path paper = folder.resolve(pages + ".pdf");
                Files.write(paper, LongPaper.of(pages, embedded));
                String name = pages + (embedded ? " embedded" : " standard");
                if (isBeside) {
                    beside(program, paper, name, out);
                } else {
                    alone(program, paper, name, out);
                }
            }
        }
        Path longest = Files.write(folder.resolve("long.pdf"), LongPaper.of(LONGEST, false));
        Took small = run(SMALL_HEAP, program, "read", longest.toString());
        out.printf(
                "%d pages with %s: exit %d (0 is proven), %.0f ms of CPU%n",
                LONGEST, SMALL_HEAP, small.exit, small.cpu);
    }

    private static boolean hasPdftotext() throws InterruptedException {
        try {
            return run("", "pdftotext", "-v").exit == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static void alone(String program, Path paper, String name, PrintStream out)
            throws IOException, InterruptedException {
        var ours = new Took[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ours[i] = run("", program, "read", paper.toString());
        }
        out.printf("%s pages: read %.0f ms (%.0f of CPU)%n", name, wall(ours), cpu(ours));
    }

    private static void beside(String program, Path paper, String name, PrintStream out)
            throws IOException, InterruptedException {
        var ours = new Took[ROUNDS];
        var theirs = new Took[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ours[i] = run("", program, "read", paper.toString());
            theirs[i] = run("", "pdftotext", "-layout", paper.toString(), "-");
        }
        double[] walls = ratios(ours, theirs, false);
        double[] cpus = ratios(ours, theirs, true);
        out.printf(
                "%s pages: read %.0f ms (%.0f of CPU), pdftotext %.0f ms (%.0f), ratio %.2f"
                        + " (%.2f)%n",
                name,
                wall(ours),
                cpu(ours),
                wall(theirs),
                cpu(theirs),
                median(walls),
                median(cpus));
    }

    private static double wall(Took[] all) {
        return median(Arrays.stream(all).mapToDouble(Took::wall).toArray());
    }

    private static double cpu(Took[] all) {
        return median(Arrays.stream(all).mapToDouble(Took::cpu).toArray());
    }

    private static double[] ratios(Took[] ours, Took[] theirs, boolean cpu) {
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = cpu ? ours[i].cpu / theirs[i].cpu : ours[i].wall / theirs[i].wall;
        }
        return ratios;
    }

    private static Took run(String options, String... command)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(List.of(command))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (!options.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", options);
        }
        double before = children();
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        return new Took((System.nanoTime() - start) / 1e6, children() - before, exit);
    }

    private static double children() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return MILLIS_PER_TICK
                * (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
