package za.co.spikedata.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.formats.CompiledBanks;
import za.co.spikedata.ocr.Tesseract;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.statements.files.CsvFile;

/**
 * The commands of the jar. {@code read} prints one JSON object a line for each file (the file's
 * name first), or one CSV of all; it exits with 0 when all is proven, 2 when something is unproven
 * or contradicted, 3 when a file was refused, 64 when it was called wrongly. {@code verify} holds a
 * result to its own figures, to the PDF if that is given, and to its signature. {@code receipt}
 * verifies a deletion receipt. {@code samples} writes invented statements to try. {@code install}
 * makes a folder from which the same commands start at once.
 */
public final class CommandLine {
    private static final long SAMPLES_SEED = 7;
    private static final int PROVEN = 0;
    private static final int NOT_PROVEN = 2;
    private static final int REFUSED = 3;
    private static final int WRONG_USAGE = 64;
    static final String USAGE =
            """
            Usage: java -jar spike-portal.jar read FILE.pdf... [--password-file F] [--format json|csv]
                   java -jar spike-portal.jar verify RESULT.json [FILE.pdf] [--keys KEYS.json]
                   java -jar spike-portal.jar report DIRECTORY
                   java -jar spike-portal.jar samples DIRECTORY
                   java -jar spike-portal.jar receipt RECEIPT.jws KEYS.json
                   java -jar spike-portal.jar install DIRECTORY
                   java -jar spike-portal.jar audit verify
                   java -jar spike-portal.jar keys rotate|retire
            Without a command the portal is started.
            """;

    private CommandLine() {}

    /** Runs a command where there is no server, nor anything that logs. */
    public static void main(String[] args) {
        System.exit(command(args, System.out, System.err).orElse(WRONG_USAGE));
    }

    /** The exit code of a command; empty when the arguments are the server's. */
    public static OptionalInt run(String[] args, PrintStream out, PrintStream err) {
        if (args.length > 0 && !args[0].startsWith("--")) {
            Quiet.begin();
        }
        return command(args, out, err);
    }

    private static OptionalInt command(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0 || (args[0].startsWith("--") && !args[0].equals("--help"))) {
            return OptionalInt.empty();
        }
        if (args[0].equals("samples") && args.length == 2) {
            return OptionalInt.of(samples(Path.of(args[1]), err));
        }
        if (args[0].equals("install") && args.length == 2) {
            return OptionalInt.of(install(Path.of(args[1]), err));
        }
        if (args[0].equals("report") && args.length == 2) {
            return OptionalInt.of(report(Path.of(args[1]), out, err));
        }
        if (args[0].equals("verify")) {
            return OptionalInt.of(
                    VerifyCommand.run(List.of(args).subList(1, args.length), out, err));
        }
        if (args[0].equals("receipt") && args.length == 3) {
            return OptionalInt.of(ReceiptCommand.run(Path.of(args[1]), Path.of(args[2]), out, err));
        }
        if (!args[0].equals("read")) {
            err.print(USAGE);
            return OptionalInt.of(args[0].equals("--help") ? PROVEN : WRONG_USAGE);
        }
        var asked = Asked.of(List.of(args).subList(1, args.length));
        if (asked.isEmpty()) {
            err.print(USAGE);
            return OptionalInt.of(WRONG_USAGE);
        }
        return OptionalInt.of(read(asked.get(), out, err));
    }

    private record Asked(List<String> files, Optional<String> passwordFile, boolean csv) {
        static Optional<Asked> of(List<String> args) {
            var files = new ArrayList<String>();
            Optional<String> passwordFile = Optional.empty();
            boolean csv = false;
            for (int i = 0; i < args.size(); i++) {
                var arg = args.get(i);
                if (arg.startsWith("--")) {
                    if (++i == args.size()) {
                        return Optional.empty();
                    }
                    if (arg.equals("--password-file")) {
                        passwordFile = Optional.of(args.get(i));
                    } else if (arg.equals("--format")
                            && List.of("json", "csv").contains(args.get(i))) {
                        csv = args.get(i).equals("csv");
                    } else {
                        return Optional.empty();
                    }
                } else {
                    files.add(arg);
                }
            }
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Asked(files, passwordFile, csv));
        }
    }

    private static int read(Asked asked, PrintStream out, PrintStream err) {
        Optional<String> password = Optional.empty();
        if (asked.passwordFile().isPresent()) {
            try {
                password =
                        Optional.of(
                                Files.readString(Path.of(asked.passwordFile().get()))
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
            } catch (IOException unreadable) {
                err.println(asked.passwordFile().get() + ": cannot be read");
                return WRONG_USAGE;
            }
        }
        var engine = engine();
        var statements = new ArrayList<Statement>();
        int worst = PROVEN;
        for (var file : asked.files()) {
            byte[] pdf;
            try {
                pdf = Files.readAllBytes(Path.of(file));
            } catch (IOException unreadable) {
                err.println(file + ": cannot be read");
                worst = REFUSED;
                continue;
            }
            var result = engine.read(pdf, password, Progress.NONE);
            worst = Math.max(worst, code(result));
            switch (result) {
                case ReadResult.Read read when asked.csv() -> statements.addAll(read.statements());
                case ReadResult.Read _ -> {
                    // Its line says all.
                }
                case ReadResult.Unreadable(var reason, _) -> err.println(file + ": " + reason);
            }
            if (!asked.csv()) {
                ResultJson.writeLine(Path.of(file).getFileName().toString(), result, out);
            }
        }
        if (asked.csv()) {
            out.print(CsvFile.debit1(statements, true));
        }
        out.flush();
        return worst;
    }

    /** Writes an invented statement of every kind and, beside it, what it truly says. */
    private static int samples(Path directory, PrintStream err) {
        try {
            Files.createDirectories(directory);
            for (var sample : Samples.all(SAMPLES_SEED)) {
                Files.write(directory.resolve(sample.name() + ".pdf"), sample.pdf());
                Files.writeString(
                        directory.resolve(sample.name() + ".truth.json"),
                        ResultJson.text(sample.truth()));
            }
            return PROVEN;
        } catch (IOException unwritable) {
            err.println(directory + ": cannot be written");
            return WRONG_USAGE;
        }
    }

    private static int install(Path directory, PrintStream err) {
        try {
            Installation.of(Path.of(System.getProperty("java.class.path")), directory);
            return PROVEN;
        } catch (IOException unwritable) {
            err.println(directory + ": cannot be written (" + unwritable.getMessage() + ")");
            return WRONG_USAGE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return WRONG_USAGE;
        }
    }

    private static StatementEngine engine() {
        return new StatementEngine(
                EngineLimits.DEFAULT,
                Tesseract.installed(),
                CompiledBanks.shipped(),
                Thread.ofPlatform()::start);
    }

    private static int report(Path folder, PrintStream out, PrintStream err) {
        try {
            new Report(engine(), out).print(folder);
            return PROVEN;
        } catch (IOException unreadable) {
            err.println(folder + ": cannot be read");
            return WRONG_USAGE;
        }
    }

    private static int code(ReadResult result) {
        return switch (result) {
            case ReadResult.Read read -> read.verdict() == Verdict.PROVEN ? PROVEN : NOT_PROVEN;
            case ReadResult.Unreadable _ -> REFUSED;
        };
    }
}
