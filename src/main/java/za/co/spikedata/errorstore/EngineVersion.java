package za.co.spikedata.errorstore;

import java.util.Objects;
import za.co.spikedata.engine.model.ReadResult;

/** Which engine reads. */
final class EngineVersion {
    static final String CURRENT =
            Objects.requireNonNullElse(
                    ReadResult.class.getPackage().getImplementationVersion(), "development");

    private EngineVersion() {}
}
