package za.co.spikedata.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far a worker is shut in; the best first, and each only where the machine lets us. */
enum Posture {
    OWN_USER("own user, own files, own network without connections") {
        @Override
        List<String> wrap(OwnRoot root, List<String> command) {
            return chain(
                    UNSHARE, List.of("--mount"), root.enter(), NPROC, RIGHTLESS, NOBODY, command);
        }
    },
    OWN_FILES("own files, own network without connections") {
        @Override
        List<String> wrap(OwnRoot root, List<String> command) {
            return chain(
                    UNSHARE,
                    List.of("--user", "--map-root-user", "--mount"),
                    root.enter(),
                    NPROC,
                    RIGHTLESS,
                    command);
        }
    },
    OWN_NETWORK("own network without connections") {
        @Override
        List<String> wrap(OwnRoot root, List<String> command) {
            return chain(UNSHARE, List.of("--user", "--map-root-user"), RIGHTLESS, command);
        }
    },
    NOBODY_ELSE("own user") {
        @Override
        List<String> wrap(OwnRoot root, List<String> command) {
            return chain(RIGHTLESS, NOBODY, command);
        }
    },
    LIMITS_ONLY("limits only") {
        @Override
        List<String> wrap(OwnRoot root, List<String> command) {
            return command;
        }
    };

    private static final List<String> UNSHARE =
            List.of(
                    "unshare",
                    "--net",
                    "--pid",
                    "--ipc",
                    "--uts",
                    "--cgroup",
                    "--fork",
                    "--kill-child");

    /** Processes and threads together; a worker has some twenty. */
    private static final List<String> NPROC = List.of("prlimit", "--nproc=512");

    private static final List<String> RIGHTLESS =
            List.of(
                    "setpriv",
                    "--no-new-privs",
                    "--inh-caps=-all",
                    "--bounding-set=-all",
                    "--pdeathsig=KILL");

    /** Joined to {@link #RIGHTLESS}: the user that owns nothing on any Linux. */
    private static final List<String> NOBODY =
            List.of("--reuid=65534", "--regid=65534", "--clear-groups");

    private final String words;

    Posture(String words) {
        this.words = words;
    }

    abstract List<String> wrap(OwnRoot root, List<String> command);

    /** What an operator reads in the log. */
    String words() {
        return words;
    }

    boolean hasOwnNetwork() {
        return switch (this) {
            case OWN_USER, OWN_FILES, OWN_NETWORK -> true;
            case NOBODY_ELSE, LIMITS_ONLY -> false;
        };
    }

    boolean hasOwnFiles() {
        return switch (this) {
            case OWN_USER, OWN_FILES -> true;
            case OWN_NETWORK, NOBODY_ELSE, LIMITS_ONLY -> false;
        };
    }

    @SafeVarargs
    private static List<String> chain(List<String>... parts) {
        var all = new ArrayList<String>();
        Arrays.stream(parts).forEach(all::addAll);
        return List.copyOf(all);
    }
}
