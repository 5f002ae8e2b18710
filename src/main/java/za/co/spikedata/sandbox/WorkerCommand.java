package za.co.spikedata.sandbox;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import za.co.spikedata.engine.StatementEngine;

/**
 * How a worker process is started: the same program, with nothing but limits and pipes. A reading
 * makes many small objects: with compact headers it takes a twentieth less of the processor.
 *
 * @param java the JVM, its options, the program and its arguments
 * @param files what the JVM must see of the machine's files
 */
record WorkerCommand(List<String> java, List<Path> files, SandboxLimits limits) {
    /** First argument that makes this program a worker. */
    static final String ARGUMENT = "--sandbox-worker";

    /** Second argument that lets it read pictures, if the program for it is installed. */
    static final String RECOGNISE = "--recognise";

    private static final String MAIN_CLASS = "za.co.spikedata.Portal";

    /**
     * Address space beside the heap; a JVM reserves far more than it uses, so this stops only the
     * absurd.
     */
    private static final long BESIDE_HEAP_KIB = 3L << 20;

    WorkerCommand {
        java = List.copyOf(java);
        files = List.copyOf(files);
    }

    static WorkerCommand of(SandboxLimits limits) {
        return of(limits, MAIN_CLASS);
    }

    static WorkerCommand of(SandboxLimits limits, String mainClass) {
        var home = Path.of(System.getProperty("java.home"));
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + limits.maxHeapMegabytes() + "m",
                        "-Xss4m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:ActiveProcessorCount=1",
                        "-XX:TieredStopAtLevel=" + furthestTier(),
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:CompressedClassSpaceSize=64m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+SuppressFatalErrorMessage",
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:+DisableAttachMechanism",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Djdk.disableLastUsageTracking=true"));
        var classPath = entries(System.getProperty("java.class.path"));
        if (classPath.size() == 1 && isFatJar()) {
            command.addAll(List.of("-jar", classPath.getFirst().toString()));
        } else {
            command.addAll(List.of("-cp", joined(classPath), mainClass));
        }
        command.add(ARGUMENT);
        if (limits.recognises()) {
            command.add(RECOGNISE);
        }
        var files = Stream.concat(Stream.of(home), classPath.stream()).toList();
        return new WorkerCommand(command, files, limits);
    }

    /** The whole line that starts one worker in that posture. */
    List<String> in(Posture posture, OwnRoot root) {
        long space = limits.maxHeapMegabytes() * 1024L + BESIDE_HEAP_KIB;
        var line = new ArrayList<String>();
        line.addAll(List.of("/bin/sh", "-c", Script.of("limits.sh"), "limits.sh"));
        line.add(Long.toString(space));
        line.add(Long.toString(WorkerProcess.LIFE.toSeconds()));
        line.addAll(posture.wrap(root, java));
        return line;
    }

    /**
     * Workers are compiled as far as this program is: those of a server read thousands of files, of
     * which the first two thousand pay for what the optimising compiler takes; those of a short run
     * would only pay.
     */
    private static String furthestTier() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("TieredStopAtLevel")
                .getValue();
    }

    /** Started by {@code java -jar}: the class path is the one jar and holds the jars within. */
    private static boolean isFatJar() {
        var origin = StatementEngine.class.getResource("StatementEngine.class");
        return origin != null && origin.toString().contains("BOOT-INF");
    }

    /** Absolute, because the worker runs in another folder. */
    private static List<Path> entries(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    private static String joined(List<Path> classPath) {
        return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }
}
