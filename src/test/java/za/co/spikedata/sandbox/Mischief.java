package za.co.spikedata.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;

/**
 * A worker that a file has taken over: it does what the "file" says and tells what came of it. Only
 * its reader is not the product's.
 */
final class Mischief {
    static final String DONE = "done";

    private Mischief() {}

    public static void main(String[] arguments) {
        SandboxWorker.serve(
                false,
                (request, progress) ->
                        ResultJson.write(
                                did(
                                        new String(request.pdf(), StandardCharsets.US_ASCII),
                                        progress)));
    }

    private static ReadResult did(String order, Progress progress) {
        var words = order.split(" ");
        String outcome;
        try {
            outcome =
                    switch (words[0]) {
                        case "connect" -> connect(Integer.parseInt(words[1]));
                        case "environment" -> System.getenv().toString();
                        case "see" -> Boolean.toString(Files.isReadable(Path.of(words[1])));
                        case "write" -> write(Path.of(words[1]), Integer.parseInt(words[2]));
                        case "user" -> Files.readString(Path.of("/proc/self/status"));
                        case "run" -> run();
                        case "spin" -> spin();
                        case "hang" -> hang();
                        case "fill" -> fill();
                        case "dig" -> "at " + dig(0);
                        case "flood" -> flood(progress);
                        case "pages" -> pages(progress);
                        case "answer" -> "x".repeat(Integer.parseInt(words[1]));
                        case "shout" -> shout();
                        case "pour" -> pour();
                        case "die" -> die();
                        default -> "idle";
                    };
        } catch (IOException | LinkageError | InternalError refused) {
            outcome = refused.toString();
        }
        return new ReadResult.Unreadable(
                Reason.NOT_A_STATEMENT,
                new Trace(List.of(new Trace.Step(words[0], outcome, 0, DONE))));
    }

    private static String connect(int port) throws IOException {
        try (var _ = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            return "connected";
        }
    }

    private static String write(Path file, int megabytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        return "written";
    }

    private static String run() throws IOException {
        new ProcessBuilder("/bin/true").start();
        return "started";
    }

    private static String spin() {
        for (long i = 0; ; i++) {
            if (i < 0) {
                return "never";
            }
        }
    }

    private static String hang() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        }
        return "woken";
    }

    private static String fill() {
        var all = new ArrayList<byte[]>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    private static int dig(int depth) {
        return dig(depth + 1) + 1;
    }

    private static String flood(Progress progress) {
        while (true) {
            progress.reached(Progress.Stage.PROOF, 0, 0);
        }
    }

    /** Claims to get on, again and again. */
    private static String pages(Progress progress) {
        for (int i = 0; ; i++) {
            progress.reached(Progress.Stage.PAGES, i, 5_000);
            try {
                Thread.sleep(100);
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String shout() {
        var line = "x".repeat(1 << 16);
        for (int i = 0; i < 200; i++) {
            System.out.print(line);
            System.err.print(line);
        }
        return "shouted";
    }

    /** Without end onto the pipe that answers go by. */
    private static String pour() throws IOException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            var zeros = new byte[1 << 20];
            while (true) {
                out.write(zeros);
            }
        }
    }

    private static String die() {
        Runtime.getRuntime().halt(0);
        return "alive";
    }
}
