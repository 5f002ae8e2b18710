package za.co.spikedata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Samples;

/**
 * Breaks PDFs in many small ways and reads what is left: every file must get an answer, soon.
 * Arguments: how many, the first seed, and a folder of further PDFs to break.
 */
public final class BrokenFiles {
    private static final long SLOW_NANOS = 3_000_000_000L;

    private BrokenFiles() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<byte[]> whole = new ArrayList<>();
        Samples.all(first).forEach(sample -> whole.add(sample.pdf()));
        if (arguments.length > 2) {
            try (var files = Files.list(Path.of(arguments[2]))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                    whole.add(Files.readAllBytes(file));
                }
            }
        }
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        int refused = 0;
        int slow = 0;
        for (long seed = first; seed < first + count; seed++) {
            var random = new Random(seed);
            byte[] broken = broken(whole.get(random.nextInt(whole.size())), random);
            long start = System.nanoTime();
            ReadResult result = LayoutReport.read(broken);
            if (System.nanoTime() - start > SLOW_NANOS) {
                slow++;
                out.println("slow: seed " + seed);
            }
            switch (result) {
                case ReadResult.Read read -> verdicts.merge(read.verdict(), 1, Integer::sum);
                case ReadResult.Unreadable _ -> refused++;
            }
        }
        out.println(verdicts + ", refused " + refused + ", slow " + slow + " of " + count);
    }

    private static byte[] broken(byte[] whole, Random random) {
        byte[] broken = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(broken.length);
            int length = 1 + random.nextInt(Math.min(200, broken.length - at));
            switch (random.nextInt(6)) {
                case 0 -> broken = Arrays.copyOf(broken, Math.max(1, at));
                case 1 -> Arrays.fill(broken, at, at + length, (byte) random.nextInt(256));
                case 2 -> broken[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> broken = without(broken, at, length);
                case 4 -> number(broken, at, random);
                default -> {
                    int from = random.nextInt(broken.length - length + 1);
                    System.arraycopy(
                            whole, Math.min(from, whole.length - length), broken, at, length);
                }
            }
        }
        return broken;
    }

    private static byte[] without(byte[] whole, int at, int length) {
        byte[] shorter = new byte[Math.max(1, whole.length - length)];
        System.arraycopy(whole, 0, shorter, 0, Math.min(at, shorter.length));
        int rest = Math.min(shorter.length - at, whole.length - at - length);
        if (rest > 0) {
            System.arraycopy(whole, at + length, shorter, at, rest);
        }
        return shorter;
    }

    /** Puts other digits where a number stands: lengths, offsets, references and widths. */
    private static void number(byte[] broken, int at, Random random) {
        int i = at;
        while (i < broken.length && (broken[i] < '0' || broken[i] > '9')) {
            i++;
        }
        while (i < broken.length && broken[i] >= '0' && broken[i] <= '9') {
            broken[i++] = (byte) ('0' + random.nextInt(10));
        }
    }
}
