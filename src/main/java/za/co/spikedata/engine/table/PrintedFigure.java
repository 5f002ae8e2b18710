package za.co.spikedata.engine.table;

/** A figure with a name beside or above it, such as an opening balance in a summary. */
public record PrintedFigure(Vocabulary.Name name, MoneyToken token, TokenLine at, int line) {}
