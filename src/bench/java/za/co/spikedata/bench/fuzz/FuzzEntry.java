package za.co.spikedata.bench.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the fuzzer calls: hands its inputs to one target and watches the heap that stays in use. */
public final class FuzzEntry {
    private static final long LOOK_EVERY_NANOS = 5_000_000_000L;

    /** Looks until caches are full. */
    private static final int WARM = 3;

    /** What may be added to that by all inputs together. */
    private static final long MOST_GROWTH = 96L << 20;

    private static FuzzTarget target = new ReaderFuzz();
    private static long looked = System.nanoTime();
    private static int looks;
    private static long usual;

    private FuzzEntry() {}

    /** Called by the fuzzer with the target's class. */
    public static void fuzzerInitialize(String[] arguments)
            throws ReflectiveOperationException, IOException {
        target = target(arguments[0]);
        // Classes are instrumented as they load, which takes longer than any input may.
        for (byte[] seed : target.seeds()) {
            target.read(seed);
        }
        target.read(new byte[0]);
    }

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        target.read(input);
        if (System.nanoTime() - looked > LOOK_EVERY_NANOS) {
            look();
            looked = System.nanoTime();
        }
    }

    static FuzzTarget target(String type) throws ReflectiveOperationException {
        return (FuzzTarget) Class.forName(type).getDeclaredConstructor().newInstance();
    }

    private static void look() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        looks++;
        if (looks <= WARM) {
            usual = Math.max(usual, used);
        } else if (used > usual + MOST_GROWTH) {
            throw new IllegalStateException(
                    "Expected a stable heap: %d bytes became %d".formatted(usual, used));
        }
    }
}
