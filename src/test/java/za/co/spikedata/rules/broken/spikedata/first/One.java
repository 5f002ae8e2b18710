package za.co.spikedata.rules.broken.spikedata.first;

import za.co.spikedata.rules.broken.spikedata.second.Two;

/** Half of a cycle. */
public class One {
    Two two = new Two();
}
