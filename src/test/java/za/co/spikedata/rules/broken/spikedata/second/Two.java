package za.co.spikedata.rules.broken.spikedata.second;

import org.jspecify.annotations.Nullable;
import za.co.spikedata.rules.broken.spikedata.first.One;

/** The other half. */
public class Two {
    @Nullable One one;
}
