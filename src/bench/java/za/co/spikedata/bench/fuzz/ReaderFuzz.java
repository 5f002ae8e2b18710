package za.co.spikedata.bench.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Verifier;
import za.co.spikedata.formats.BankFiles;
import za.co.spikedata.samples.Samples;

/** Any bytes as a file: always a result that can be written and read, and proven only if it is. */
public final class ReaderFuzz implements FuzzTarget {
    private static final int SMALL = 20_000;
    private static final StatementEngine ENGINE =
            new StatementEngine(EngineLimits.DEFAULT, Recogniser.NONE, BankFiles.shipped());

    @Override
    public void read(byte[] input) {
        check(input);
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        Samples.all(1).stream()
                .map(sample -> sample.pdf())
                .filter(pdf -> pdf.length < SMALL)
                .forEach(seeds::add);
        seeds.add(RawPdf.statement().bytes());
        seeds.add(RawPdf.statement().bytesWithoutTable());
        return seeds;
    }

    static void check(byte[] pdf) {
        ReadResult result = ENGINE.read(pdf, Optional.empty(), Progress.NONE);
        byte[] written = ResultJson.write(result);
        if (!Arrays.equals(ResultJson.write(ResultJson.read(written)), written)) {
            throw new IllegalStateException("Expected the same result from its own JSON");
        }
        if (result instanceof ReadResult.Read read
                && read.verdict() == Verdict.PROVEN
                && !Verifier.verify(result).isEmpty()) {
            throw new IllegalStateException("Expected the verifier to accept what is proven");
        }
    }
}
