package za.co.spikedata.engine.model;

/** What the arithmetic of the paper says about a reading; ordered from best to worst. */
public enum Verdict {
    /** Some check would break if any row were lost, doubled or changed, and none is broken. */
    PROVEN,
    /** The paper prints too little to prove the rows. */
    UNPROVEN,
    /** The paper contradicts itself at a named place. */
    CONTRADICTED
}
