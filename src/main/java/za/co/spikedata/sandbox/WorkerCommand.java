package za.co.spikedata.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import za.co.spikedata.engine.StatementEngine;

/** How a worker process is started: the same program, with nothing but limits and pipes. */
final class WorkerCommand {
    /** First argument that makes this program a worker. */
    static final String ARGUMENT = "--sandbox-worker";

    /** Second argument that lets it read pictures, if the program for it is installed. */
    static final String RECOGNISE = "--recognise";

    private static final String MAIN_CLASS = "za.co.spikedata.Portal";

    private WorkerCommand() {}

    static List<String> of(SandboxLimits limits) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(
                List.of(
                        "-Xmx" + limits.maxHeapMegabytes() + "m",
                        "-Xss4m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-Djdk.disableLastUsageTracking=true"));
        var classPath = System.getProperty("java.class.path");
        if (isFatJar(classPath)) {
            command.addAll(List.of("-jar", new File(classPath).getAbsolutePath()));
        } else {
            command.addAll(List.of("-cp", absolute(classPath), MAIN_CLASS));
        }
        command.add(ARGUMENT);
        if (limits.recognises()) {
            command.add(RECOGNISE);
        }
        return command;
    }

    /** Started by {@code java -jar}: the class path is the one jar and holds the jars within. */
    private static boolean isFatJar(String classPath) {
        var origin = StatementEngine.class.getResource("StatementEngine.class");
        return origin != null
                && origin.toString().contains("BOOT-INF")
                && !classPath.contains(File.pathSeparator);
    }

    /** The worker runs in another folder. */
    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(entry -> new File(entry).getAbsolutePath())
                        .toList());
    }
}
