package za.co.spikedata.identity;

/** A person is being removed, in this transaction; whoever keeps something of theirs deletes it. */
public record PersonRemoved(Person person) {}
