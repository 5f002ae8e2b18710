package za.co.spikedata.engine.model;

/** An amount and the place it is printed at. */
public record Figure(Money money, Place place) {}
