package za.co.spikedata.vault;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where in the store an object stands; each has a bucket of its own. */
public enum Shelf {
    /** What people upload. */
    PDF("", ""),
    /** Copies that say nothing of what they are copies of. */
    REPLICA("replica-", "-replicas"),
    /** Halves of keys: random bytes that open nothing by themselves. */
    KEY("key-", "-keys");

    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{64}");

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

    /** Whether an object of this shelf can have this name. */
    boolean isName(String name) {
        return name.startsWith(prefix) && RANDOM.matcher(name.substring(prefix.length())).matches();
    }

    /** What chance made of a name. */
    String random(String name) {
        return name.substring(prefix.length());
    }

    String named(String random) {
        return prefix + random;
    }

    String bucket(String first) {
        return first + suffix;
    }
}
