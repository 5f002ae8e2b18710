package za.co.spikedata.rules.broken.spikedata.engine.verify;

import za.co.spikedata.rules.broken.spikedata.first.One;

class Peeking {
    One reader;
}
