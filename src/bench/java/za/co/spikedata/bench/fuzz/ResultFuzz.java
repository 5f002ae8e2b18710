package za.co.spikedata.bench.fuzz;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.verify.Verifier;

/** Any bytes as a result to be verified: a judgement, or no result. */
public final class ResultFuzz implements FuzzTarget {
    @Override
    public void read(byte[] input) {
        ReadResult result;
        try {
            result = ResultJson.read(input);
        } catch (JacksonException none) {
            return;
        }
        Verifier.verify(result);
        ResultJson.write(result);
    }

    @Override
    public List<byte[]> seeds() {
        var engine = new StatementEngine(EngineLimits.DEFAULT);
        return List.of(
                ResultJson.write(
                        engine.read(RawPdf.statement().bytes(), Optional.empty(), Progress.NONE)),
                ResultJson.write(engine.read(new byte[0], Optional.empty(), Progress.NONE)));
    }
}
