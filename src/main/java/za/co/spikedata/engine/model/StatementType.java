package za.co.spikedata.engine.model;

/** The five shapes a statement comes in. */
public enum StatementType {
    RUNNING_BALANCE,
    NO_BALANCE,
    CARD_SIMPLE,
    CARD_BREAKDOWN,
    CARD_MULTI_HOLDER
}
