package za.co.spikedata.vault;

import java.util.Arrays;

/** Where in the store an object stands; each has a bucket of its own. */
public enum Shelf {
    /** What people upload. */
    PDF("", ""),
    /** Copies that say nothing of what they are copies of. */
    REPLICA("replica-", "-replicas"),
    /** Halves of keys: random bytes that open nothing by themselves. */
    KEY("key-", "-keys");

    private final String prefix;
    private final String suffix;

    Shelf(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The shelf of an object, as its name tells. */
    static Shelf of(String name) {
        return Arrays.stream(values())
                .filter(shelf -> shelf != PDF && name.startsWith(shelf.prefix))
                .findFirst()
                .orElse(PDF);
    }

    String named(String random) {
        return prefix + random;
    }

    String bucket(String first) {
        return first + suffix;
    }
}
