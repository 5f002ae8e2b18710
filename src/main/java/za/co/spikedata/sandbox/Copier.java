package za.co.spikedata.sandbox;

import java.security.SecureRandom;
import java.util.Optional;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.replica.LayoutFingerprint;
import za.co.spikedata.engine.replica.Replica;
import za.co.spikedata.engine.replica.ReplicaMaker;
import za.co.spikedata.engine.replica.Sketcher;

/** Makes replicas within a worker. */
final class Copier {
    private final StatementEngine engine;
    private final EngineLimits limits;
    private final SecureRandom random = new SecureRandom();

    Copier(StatementEngine engine, EngineLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    Copied copy(Frames.Request request) {
        var pdf = request.pdf();
        var replica = new ReplicaMaker(engine, limits).make(pdf, request.words(), random);
        var sketch =
                switch (replica) {
                    case Replica.Made(var copy) ->
                            Sketcher.ofReplica(
                                    copy,
                                    engine.read(copy, Optional.empty(), Progress.NONE),
                                    limits);
                    case Replica.NotShown _ ->
                            Sketcher.ofOriginal(
                                    pdf,
                                    request.words(),
                                    engine.read(pdf, request.words(), Progress.NONE),
                                    limits);
                };
        return new Copied(LayoutFingerprint.of(pdf, request.words(), limits), replica, sketch);
    }
}
