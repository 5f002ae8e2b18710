package za.co.spikedata.api;

import java.time.Duration;

/**
 * What a portal and its workers have taken of the processor so far, in milliseconds. Unlike a rate,
 * it tells much the same whatever else the machine does. The database's part is not known: it is no
 * child of the portal.
 *
 * @param portal this process, with the programs that ask and the engine beside them
 * @param workers those alive
 */
record ProcessorTime(double portal, double workers) {
    private static final double NANOS_A_MILLI = 1e6;

    static ProcessorTime now() {
        return new ProcessorTime(
                millis(ProcessHandle.current()),
                ProcessHandle.current().descendants().mapToDouble(ProcessorTime::millis).sum());
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(portal - before.portal, workers - before.workers);
    }

    /** What each of so many answers took. */
    String each(int count) {
        int some = Math.max(1, count);
        return "%.1f ms of the processor each: portal and programs %.1f, workers %.1f"
                .formatted((portal + workers) / some, portal / some, workers / some);
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / NANOS_A_MILLI;
    }
}
