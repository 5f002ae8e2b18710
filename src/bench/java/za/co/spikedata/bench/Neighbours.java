package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import za.co.spikedata.bench.paper.HostilePaper;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.sandbox.SandboxLimits;

/**
 * A statement read in the portal's own pool, alone and while a hostile file is read beside it: how
 * much longer it takes, what the hostile file is told and when, and whether the pool is whole
 * afterwards. Argument: a folder of hostile PDFs; without it, invented ones.
 */
public final class Neighbours {
    private static final double MOST_TIMES_USUAL = 2;
    private static final double MOST_SECONDS = 10;
    private static final long BESIDE_NANOS = 1_500_000_000L;
    private static final long MEND_NANOS = 30_000_000_000L;
    private static final int ALONE = 40;
    private static final int SETTLED = 200;

    private final Sandbox sandbox = new Sandbox(SandboxLimits.DEFAULT.withoutRecognition());
    private final byte[] innocent = Samples.statement(Layout.FNB, Wish.usual(7)).pdf();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** A pool that is not mended is a fault; a slow machine is not. */
    private boolean isWhole = true;

    private Neighbours() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var hostile = arguments.length == 0 ? HostilePaper.all() : folder(Path.of(arguments[0]));
        var neighbours = new Neighbours();
        neighbours.measure(hostile);
        System.exit(neighbours.isWhole ? 0 : 1);
    }

    private void measure(Map<String, byte[]> hostile) throws InterruptedException {
        for (int i = 0; i < SETTLED; i++) {
            innocentMillis();
        }
        int whole = SandboxLimits.DEFAULT.workers() + 1;
        boolean good = true;
        for (var file : hostile.entrySet()) {
            good &= beside(file.getKey(), file.getValue(), whole);
        }
        sandbox.close();
        out.println(good ? "No neighbour was harmed." : "A goal was missed.");
    }

    private boolean beside(String name, byte[] pdf, int whole) throws InterruptedException {
        var alone = new ArrayList<Double>(alone());
        var slowest = new double[1];
        var told = CompletableFuture.supplyAsync(() -> again(pdf, slowest));
        var besides = new ArrayList<Double>();
        while (!told.isDone()) {
            besides.add(innocentMillis());
        }
        int size = mended(whole);
        alone.addAll(alone());

        double usual = median(alone);
        double ratio = median(besides) / usual;
        double worst = besides.stream().mapToDouble(each -> each).max().orElseThrow() / usual;
        boolean good = ratio <= MOST_TIMES_USUAL && slowest[0] <= MOST_SECONDS && size == whole;
        isWhole &= size == whole;
        out.printf(
                "%s %-34s %-16s in %5.2f s; neighbour %5.1f ms alone, median x%.2f, worst x%.1f"
                        + " of %d; pool %d of %d%n",
                good ? "ok  " : "MISS",
                name,
                told.join(),
                slowest[0],
                usual,
                ratio,
                worst,
                besides.size(),
                size,
                whole);
        return good;
    }

    /** Measured before and after, because a machine is not equally quick all the time. */
    private List<Double> alone() {
        return Stream.generate(this::innocentMillis).limit(ALONE).toList();
    }

    /** Reads the hostile file, and again if that was quick, so that there is a beside. */
    private String again(byte[] pdf, double[] slowest) {
        long end = System.nanoTime() + BESIDE_NANOS;
        String told;
        do {
            long start = System.nanoTime();
            told =
                    switch (sandbox.read("hostile", pdf, Optional.empty(), Progress.NONE)) {
                        case ReadResult.Read read -> read.verdict().toString();
                        case ReadResult.Unreadable(var reason, _) -> reason.toString();
                    };
            slowest[0] = Math.max(slowest[0], (System.nanoTime() - start) / 1e9);
        } while (System.nanoTime() < end);
        return told;
    }

    private double innocentMillis() {
        long start = System.nanoTime();
        var result = sandbox.read("innocent", innocent, Optional.empty(), Progress.NONE);
        double millis = (System.nanoTime() - start) / 1e6;
        if (!(result instanceof ReadResult.Read)) {
            throw new IllegalStateException("Expected a statement, got " + result);
        }
        return millis;
    }

    private int mended(int whole) throws InterruptedException {
        long end = System.nanoTime() + MEND_NANOS;
        while (sandbox.size() != whole && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return sandbox.size();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static Map<String, byte[]> folder(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.list(folder)) {
            for (var file : all.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
