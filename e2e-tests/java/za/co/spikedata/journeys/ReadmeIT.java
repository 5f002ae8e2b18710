package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types every command of the README into a shell, in its order, in a clone of the project. The
 * first starts the portal where nothing was ever built. For the others, what the build that runs
 * this made of the sources a moment ago is cloned too, and not made again.
 */
class ReadmeIT {
    private static final String START = "mvn spring-boot:run";
    private static final String TEST = "mvn verify";
    private static final int PATIENCE_SECONDS = 900;

    /** Short builds need no second compiler, and the list of libraries comes with the classes. */
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1 -Dcyclonedx.skip=true";

    private static final String CLONE =
            """
            set -e
            from='%s' to='%s'
            mkdir -p "$to"
            cd "$from"
            find . -mindepth 1 -maxdepth 1 ! -name target -exec cp -a -t "$to" {} +
            """;

    /**
     * Maven compiles again what is newer than its class, and all where other files were compiled.
     */
    private static final String BUILT =
            """
            set -e
            from='%s' to='%s'
            rm -rf "$to/target"
            mkdir "$to/target"
            cd "$from"
            cp -a -t "$to/target" target/{classes,test-classes,maven-status,spotless-index}
            find "$to/target/maven-status" -name inputFiles.lst -exec sed -i "s|^$from/|$to/|" {} +
            """;

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");
    private static final Pattern INLINE = Pattern.compile("`((?:mvn|java) [^`]+)`");

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void everyCommandWorks(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        List<String> commands = commands(readme);
        assertThat(commands).startsWith(START).contains(TEST).hasSizeGreaterThan(4);
        assertThat(Files.readString(Path.of(".ci", "run"))).contains("verify");

        Path project = Path.of("").toAbsolutePath();
        Path clone = folder.resolve("clone");
        shell(folder, CLONE.formatted(project, clone));
        starts(clone);
        shell(folder, BUILT.formatted(project, clone));
        Files.copy(RunningPortal.sample("standard-bank"), clone.resolve("statement.pdf"));
        for (String command : commands) {
            switch (command) {
                case START -> {
                    // It ran.
                }
                case TEST -> {
                    // It is what runs this.
                }
                default -> shell(clone, command);
            }
        }
        assertThat(clone.resolve("folder")).isNotEmptyDirectory();
    }

    private static List<String> commands(String readme) {
        var commands = new ArrayList<String>();
        var block = BLOCK.matcher(readme);
        int end = 0;
        while (block.find()) {
            inline(readme.substring(end, block.start()), commands);
            if (block.group(1).isEmpty()) {
                block.group(2).lines().forEach(commands::add);
            }
            end = block.end();
        }
        inline(readme.substring(end), commands);
        return commands.stream().distinct().toList();
    }

    private static void inline(String text, List<String> commands) {
        INLINE.matcher(text).results().map(each -> each.group(1)).forEach(commands::add);
    }

    private static void starts(Path clone) throws Exception {
        assertThat(clone.resolve("target")).doesNotExist();
        Path log = clone.resolve("start.log");
        var builder = bash(clone, START, log);
        try (var socket = new ServerSocket(0)) {
            builder.environment().put("SERVER_PORT", String.valueOf(socket.getLocalPort()));
            builder.environment().put("PORTAL_HTTP_PORT", "0");
        }
        Process process = builder.start();
        try {
            for (int i = 0; i < PATIENCE_SECONDS && process.isAlive(); i++) {
                if (Files.readString(log).contains("https://app.localhost:")) {
                    return;
                }
                Thread.sleep(1_000);
            }
            throw new AssertionError(START + " did not start:\n" + Files.readString(log));
        } finally {
            List<ProcessHandle> children = process.descendants().toList();
            children.forEach(ProcessHandle::destroy);
            for (ProcessHandle child : children) {
                child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            process.destroy();
        }
    }

    private static void shell(Path folder, String command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "command", ".log");
        var builder = bash(folder, command, log);
        builder.environment().merge("MAVEN_OPTS", QUICKLY, (set, more) -> set + " " + more);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as(() -> command + "\n" + read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** {@code java} is the one the product runs on; Maven is started by the machine's own. */
    private static ProcessBuilder bash(Path folder, String command, Path log) {
        var builder =
                new ProcessBuilder("bash", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        if (command.startsWith("java ")) {
            Path java = Path.of(System.getProperty("java.home"), "bin");
            builder.environment().merge("PATH", java.toString(), (path, bin) -> bin + ":" + path);
        }
        builder.environment().remove("MAVEN_CMD_LINE_ARGS");
        builder.environment().remove("JAVA_HOME");
        return builder;
    }
}
