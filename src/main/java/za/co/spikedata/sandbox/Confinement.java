package za.co.spikedata.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What a worker gives up for good once it runs: the kernel refuses its process network, other
 * processes and new namespaces, whatever code it executes. It needs no rights, so it holds where
 * namespaces are not to be had. Only Linux on x86-64; elsewhere the posture must do.
 */
final class Confinement {
    private static final long SYS_SECCOMP = 317;
    private static final long SYS_GETTID = 186;
    private static final long SET_MODE_FILTER = 1;
    private static final long ALL_THREADS = 1;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int PRIO_PROCESS = 0;

    private final MethodHandle syscall;
    private final MethodHandle prctl;
    private final MethodHandle setpriority;

    private Confinement() {
        var linker = Linker.nativeLinker();
        var look = linker.defaultLookup();
        var first = Linker.Option.firstVariadicArg(1);
        this.syscall =
                linker.downcallHandle(
                        look.findOrThrow("syscall"),
                        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
                        first);
        this.prctl =
                linker.downcallHandle(
                        look.findOrThrow("prctl"),
                        FunctionDescriptor.of(
                                JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                        first);
        this.setpriority =
                linker.downcallHandle(
                        look.findOrThrow("setpriority"),
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }

    static boolean isKnownHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static Confinement here() {
        return new Confinement();
    }

    /** Whether the kernel took the filter, for every thread of this process. */
    boolean shut(boolean startsPrograms) {
        try (var arena = Arena.ofConfined()) {
            var filter = CallFilter.program(startsPrograms);
            var code = arena.allocate(8L * filter.length, 8);
            for (int i = 0; i < filter.length; i++) {
                code.setAtIndex(JAVA_LONG, i, filter[i]);
            }
            var program = arena.allocate(16, 8);
            program.set(JAVA_INT, 0, filter.length);
            program.set(ADDRESS, 8, code);
            return (int) prctl.invokeExact(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) == 0
                    && (long)
                                    syscall.invokeExact(
                                            SYS_SECCOMP, SET_MODE_FILTER, ALL_THREADS, program)
                            == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException("Expected to call the kernel", broken);
        }
    }

    /** The kernel's number of the calling thread. */
    int thread() {
        try {
            return (int) (long) syscall.invokeExact(SYS_GETTID, 0L, 0L, MemorySegment.NULL);
        } catch (Throwable broken) {
            throw new IllegalStateException("Expected to call the kernel", broken);
        }
    }

    /** Lets the others go first; a thread never gets its turn back. */
    void calm(int thread, int nice) {
        try {
            var _ = (int) setpriority.invokeExact(PRIO_PROCESS, thread, nice);
        } catch (Throwable broken) {
            throw new IllegalStateException("Expected to call the kernel", broken);
        }
    }
}
