package za.co.spikedata.engine.model;

import java.util.Objects;

/** Which engine reads. */
public final class EngineVersion {
    public static final String CURRENT =
            Objects.requireNonNullElse(
                    ReadResult.class.getPackage().getImplementationVersion(), "development");

    private EngineVersion() {}
}
