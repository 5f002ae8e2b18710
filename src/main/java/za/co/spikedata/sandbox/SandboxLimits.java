package za.co.spikedata.sandbox;

import java.time.Duration;

/**
 * Bounds of the pool.
 *
 * @param workers readings at the same time; one more process is kept warm
 * @param wall how long one file may take before the worker is killed; a long statement, from one
 *     page to the next
 * @param cpu processor time of one reading
 * @param page how much longer either may take for each page that is a picture
 * @param maxResultBytes longest answer a worker may send
 * @param maxHeapMegabytes heap of one worker
 * @param recognises pictures are read, where the program for it is installed
 */
public record SandboxLimits(
        int workers,
        Duration wall,
        Duration cpu,
        Duration page,
        int maxResultBytes,
        int maxHeapMegabytes,
        boolean recognises) {
    public static final SandboxLimits DEFAULT =
            new SandboxLimits(
                    2,
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(30),
                    128 << 20,
                    512,
                    true);

    /** The same without the reading of pictures. */
    public SandboxLimits withoutRecognition() {
        return new SandboxLimits(workers, wall, cpu, page, maxResultBytes, maxHeapMegabytes, false);
    }
}
