package za.co.spikedata.sandbox;

import java.time.Duration;

/**
 * Bounds of the pool.
 *
 * @param workers processes kept warm, and readings at the same time
 * @param wall how long one reading may take before its worker is killed
 * @param maxResultBytes longest answer a worker may send
 * @param maxHeapMegabytes heap of one worker
 */
public record SandboxLimits(int workers, Duration wall, int maxResultBytes, int maxHeapMegabytes) {
    public static final SandboxLimits DEFAULT =
            new SandboxLimits(2, Duration.ofSeconds(30), 128 << 20, 384);
}
