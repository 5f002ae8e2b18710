package za.co.spikedata.rules.broken.spikedata.engine.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that depends on something. */
class Leaning {
    Logger log = LoggerFactory.getLogger(Leaning.class);
}
