package za.co.spikedata.audit;

/** Where a chain ends, and the seal that says it was there. */
record Head(long seq, String hash, String seal) {}
