package za.co.spikedata.bench.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Files broken in one manner.
 *
 * @param draw another file of the kind for each random
 */
public record Family(String name, Function<Random, byte[]> draw) {
    static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "1",
                    "255",
                    "65536",
                    "16777216",
                    "2147483647",
                    "-2147483648",
                    "4294967296",
                    "9223372036854775807",
                    "99999999999999999999999999",
                    "0.0000000000000000000000001",
                    "-0.5",
                    "1e308",
                    "NaN",
                    "--5",
                    "1.2.3",
                    "+-1",
                    ".",
                    "-");

    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "/Name",
                    "(text)",
                    "<00FF>",
                    "[]",
                    "<<>>",
                    "[1 2 3]",
                    "1 0 R",
                    "3 0 R",
                    "4 0 R",
                    "6 0 R",
                    "99 0 R",
                    "7",
                    "-7.5",
                    "<</Type/Pages/Kids[2 0 R]>>");

    public static List<Family> all(List<byte[]> whole) {
        var all = new ArrayList<Family>();
        all.addAll(BrokenBytes.families(whole));
        all.addAll(BrokenReferences.families());
        all.addAll(BrokenValues.families());
        all.addAll(BrokenStreams.families());
        all.addAll(BrokenTables.families());
        all.addAll(Locks.families());
        all.addAll(Halves.families(whole));
        all.addAll(BrokenFonts.families());
        all.addAll(BrokenPictures.families());
        all.addAll(Bombs.families());
        all.addAll(Recursions.families());
        all.addAll(Burdens.families());
        return all;
    }

    static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    static String number(Random random) {
        return any(NUMBERS, random);
    }

    static String noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return RawPdf.latin(bytes);
    }
}
