package za.co.spikedata.vault;

/** Where in the store an object stands; each has a bucket of its own. */
public enum Shelf {
    /** What people upload. */
    PDF("", ""),
    /** Copies that say nothing of what they are copies of. */
    REPLICA("replica-", "-replicas");

    private final String prefix;
    private final String suffix;

    Shelf(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The shelf of an object, as its name tells. */
    static Shelf of(String name) {
        return name.startsWith(REPLICA.prefix) ? REPLICA : PDF;
    }

    String named(String random) {
        return prefix + random;
    }

    String bucket(String first) {
        return first + suffix;
    }
}
