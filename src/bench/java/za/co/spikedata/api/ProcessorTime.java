package za.co.spikedata.api;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What the processes of a portal have taken of the processor so far, in milliseconds. Unlike a
 * rate, it tells the same whatever else the machine does.
 *
 * @param portal this process, with the programs that ask and the engine beside them
 * @param workers those alive
 * @param others the database
 */
record ProcessorTime(double portal, double workers, double others) {
    private static final double NANOS_A_MILLI = 1e6;

    static ProcessorTime now() {
        return new ProcessorTime(millis(ProcessHandle.current()), below(true), below(false));
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                portal - before.portal, workers - before.workers, others - before.others);
    }

    double all() {
        return portal + workers + others;
    }

    /** What each of so many answers took. */
    String each(int count) {
        ToDoubleFunction<Double> share = part -> part / Math.max(1, count);
        return "%.1f ms of the processor each: portal and programs %.1f, workers %.1f, database %.1f"
                .formatted(
                        share.applyAsDouble(all()),
                        share.applyAsDouble(portal),
                        share.applyAsDouble(workers),
                        share.applyAsDouble(others));
    }

    private static double below(boolean workers) {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> isWorker(each) == workers)
                .mapToDouble(ProcessorTime::millis)
                .sum();
    }

    private static boolean isWorker(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("java")).isPresent();
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / NANOS_A_MILLI;
    }
}
