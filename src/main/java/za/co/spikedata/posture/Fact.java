package za.co.spikedata.posture;

import java.util.List;

/**
 * One thing that is so.
 *
 * @param key of its text, below {@code security.fact.}
 * @param with what the text leaves open, read from the running configuration
 */
public record Fact(Topic topic, String key, List<Object> with) {
    /** What a fact is about, in the order they are told. */
    public enum Topic {
        CONNECTION,
        SIGN_IN,
        DATA,
        RETENTION,
        TRAIL,
        GUARD
    }

    public Fact {
        with = List.copyOf(with);
    }

    public static Fact of(Topic topic, String key, Object... with) {
        return new Fact(topic, key, List.of(with));
    }
}
