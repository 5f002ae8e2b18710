package za.co.spikedata.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import za.co.spikedata.bench.hostile.RawPdf;

/** Any bytes as the content of a page: everything from operators to proofs. */
public final class PageFuzz implements FuzzTarget {
    @Override
    public void read(byte[] input) {
        ReaderFuzz.check(RawPdf.statement().stream(4, "", RawPdf.latin(input)).bytes());
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        seeds.add(RawPdf.latin(RawPdf.content()));
        var random = new Random(1);
        for (int i = 0; i < 8; i++) {
            String[] lines = RawPdf.content().split("\n");
            lines[random.nextInt(lines.length)] = "/X Do q 2 0 0 2 0 0 cm";
            seeds.add(RawPdf.latin(String.join("\n", lines)));
        }
        return seeds;
    }
}
