package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import za.co.spikedata.bench.paper.LongPaper;
import za.co.spikedata.engine.model.ReadResult;

/**
 * A whole reading beside PDFBox's own sorted text extraction of the same file, turn by turn in one
 * warm process; in CPU time, since a busy machine stretches any other. Argument: page counts.
 */
public final class ReadingSpeed {
    private static final int ROUNDS = 7;

    /** A process is warm when so many laps in a row were no faster than the fastest before. */
    private static final int STEADY_LAPS = 3;

    private static final int MOST_LAPS = 24;
    private static final long LAP_NANOS = 1_000_000_000L;

    /** Laps are faster when they take less than this share of the time. */
    private static final double FASTER = 0.97;

    /** A turn takes at least this long, so that what is measured is more than the clock's step. */
    private static final double LEAST_MILLIS = 50;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ReadingSpeed() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int[] counts = pages(arguments[0]);
        for (boolean embedded : new boolean[] {false, true}) {
            for (int pages : counts) {
                measure(LongPaper.of(pages, embedded), pages, embedded, out);
            }
        }
    }

    /** Counts of pages, such as {@code 3,30,300}. */
    static int[] pages(String counts) {
        return Arrays.stream(counts.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static void measure(byte[] pdf, int pages, boolean embedded, PrintStream out) {
        ReadResult result = LayoutReport.read(pdf);
        warm(() -> LayoutReport.read(pdf), () -> strip(pdf));
        int times = (int) Math.ceil(LEAST_MILLIS / millis(() -> LayoutReport.read(pdf), 1));
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ours[i] = millis(() -> LayoutReport.read(pdf), times);
            theirs[i] = millis(() -> strip(pdf), times);
            ratios[i] = ours[i] / theirs[i];
        }
        String verdict =
                result instanceof ReadResult.Read read ? read.verdict().toString() : "UNREADABLE";
        out.printf(
                "%d pages, %s fonts: read %.1f ms (%s), stripped %.1f ms, ratio %.2f%n",
                pages,
                embedded ? "embedded" : "standard",
                median(ours),
                verdict,
                median(theirs),
                median(ratios));
    }

    /** Takes turns until neither gets faster; on a busy machine the compiler needs long. */
    private static void warm(Runnable one, Runnable other) {
        double fastestOne = Double.MAX_VALUE;
        double fastestOther = Double.MAX_VALUE;
        int steady = 0;
        for (int lap = 0; lap < MOST_LAPS && steady < STEADY_LAPS; lap++) {
            double tookOne = lap(one);
            double tookOther = lap(other);
            boolean faster = tookOne < fastestOne * FASTER || tookOther < fastestOther * FASTER;
            steady = faster ? 0 : steady + 1;
            fastestOne = Math.min(fastestOne, tookOne);
            fastestOther = Math.min(fastestOther, tookOther);
        }
    }

    /** Milliseconds a run takes in the mean of a lap. */
    private static double lap(Runnable run) {
        long start = THREADS.getCurrentThreadCpuTime();
        int runs = 0;
        while (THREADS.getCurrentThreadCpuTime() < start + LAP_NANOS) {
            run.run();
            runs++;
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / runs;
    }

    private static void strip(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.writeText(document, Writer.nullWriter());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double millis(Runnable run, int times) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            run.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / times;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
