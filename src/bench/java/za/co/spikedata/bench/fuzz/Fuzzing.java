package za.co.spikedata.bench.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fuzzes the reader and every lexer, each in a process of its own, for a share of the time; an
 * exception, five seconds for one input, a full heap or a growing one is a finding, kept in
 * target/fuzz beside its input. Arguments: seconds for all (600), the seed of chance, which makes a
 * run that can be repeated (0: another one each time), and part of a target's name.
 */
public final class Fuzzing {
    /** A target and its share of the time. */
    private record Share(String target, int parts) {
        String name() {
            return target.substring(target.lastIndexOf('.') + 1);
        }
    }

    private static final String ROOT = "za.co.spikedata.";
    private static final List<Share> TARGETS =
            List.of(
                    new Share(ROOT + "bench.fuzz.ReaderFuzz", 6),
                    new Share(ROOT + "bench.fuzz.StructureFuzz", 6),
                    new Share(ROOT + "bench.fuzz.PageFuzz", 6),
                    new Share(ROOT + "engine.pdf.LexerFuzz", 2),
                    new Share(ROOT + "engine.pdf.FilterFuzz", 2),
                    new Share(ROOT + "engine.pdf.MapFuzz", 2),
                    new Share(ROOT + "engine.table.TokenFuzz", 2),
                    new Share(ROOT + "bench.fuzz.ResultFuzz", 2),
                    new Share(ROOT + "formats.BankFilesFuzz", 1),
                    new Share(ROOT + "statements.upload.UploadFuzz", 1));

    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final int SECONDS = 600;
    private static final Pattern RUNS = Pattern.compile("(?m)^#(\\d+)\\s");
    private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

    private Fuzzing() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ReflectiveOperationException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        int seed = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        String part = arguments.length > 2 ? arguments[2] : "";
        List<Share> chosen = TARGETS.stream().filter(each -> each.target().contains(part)).toList();
        int parts = chosen.stream().mapToInt(Share::parts).sum();
        int found = 0;
        for (Share share : chosen) {
            int time = Math.max(1, seconds * share.parts() / parts);
            found += fuzzed(share, time, seed, out) ? 0 : 1;
        }
        out.println("%d of %d targets with a finding".formatted(found, chosen.size()));
        System.exit(found == 0 ? 0 : 1);
    }

    /** Whether nothing was found. */
    private static boolean fuzzed(Share share, int seconds, int seed, PrintStream out)
            throws IOException, InterruptedException, ReflectiveOperationException {
        Path folder = FOLDER.resolve(share.name());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int good = 0;
        for (byte[] each : FuzzEntry.target(share.target()).seeds()) {
            Files.write(corpus.resolve("seed-" + good++), each);
        }
        Path log = folder.resolve("log.txt");
        Process fuzzer =
                new ProcessBuilder(command(share, seconds, seed, corpus, folder))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var end = new Thread(fuzzer::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        int exit = fuzzer.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        String told = Files.readString(log, StandardCharsets.ISO_8859_1);
        out.println(
                "%-16s %4d s  %9s inputs  %6s edges  %s"
                        .formatted(
                                share.name(),
                                seconds,
                                last(RUNS, told),
                                last(COVERED, told),
                                exit == 0 ? "nothing found" : "FOUND SOMETHING, see " + log));
        return exit == 0;
    }

    private static List<String> command(
            Share share, int seconds, int seed, Path corpus, Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx768m",
                        "-Xss4m",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzEntry.class.getName(),
                        "--target_args=" + share.target(),
                        "--instrumentation_includes=za.co.spikedata.engine.**"
                                + File.pathSeparator
                                + "za.co.spikedata.statements.upload.**"
                                + File.pathSeparator
                                + "za.co.spikedata.formats.**"
                                + File.pathSeparator
                                + "org.apache.pdfbox.pdfparser.**",
                        "--reproducer_path=" + folder.toAbsolutePath(),
                        "-artifact_prefix=" + folder.toAbsolutePath() + File.separator,
                        "-max_total_time=" + seconds,
                        "-seed=" + seed,
                        "-timeout=5",
                        "-rss_limit_mb=3000",
                        "-max_len=20000",
                        "-print_final_stats=1",
                        corpus.toAbsolutePath().toString()));
        return command;
    }

    private static String last(Pattern figure, String log) {
        return figure.matcher(log)
                .results()
                .reduce((_, last) -> last)
                .map((MatchResult match) -> match.group(1))
                .orElse("no");
    }
}
