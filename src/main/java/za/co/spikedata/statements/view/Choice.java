package za.co.spikedata.statements.view;

/** One option of a filter, an order or a download; {@code key} is its message. */
public record Choice(String value, String key, boolean isChosen) {}
