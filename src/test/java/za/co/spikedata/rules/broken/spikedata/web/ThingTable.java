package za.co.spikedata.rules.broken.spikedata.web;

/** A table that forgets the tenant. */
class ThingTable {
    int count() {
        return 0;
    }
}
