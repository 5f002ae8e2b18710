package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** What work costs a processor, however busy the machine is with other things. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /**
     * Works in this thread and returns what comes of it.
     *
     * @throws AssertionError when it costs a processor as long or longer
     */
    public static <T> T within(Duration longest, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T made = work.get();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(longest);
        return made;
    }
}
