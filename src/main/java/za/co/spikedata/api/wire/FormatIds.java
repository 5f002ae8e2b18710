package za.co.spikedata.api.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The ids of layouts that clients know; anything else their validators throw away. */
final class FormatIds {
    private static final String LIST = "format-ids.tsv";

    static final FormatIds KNOWN = read();

    private final Set<String> all;
    private final Set<String> older;

    private FormatIds(Set<String> all, Set<String> older) {
        this.all = Set.copyOf(all);
        this.older = Set.copyOf(older);
    }

    boolean isKnown(String id) {
        return all.contains(id);
    }

    boolean isKnownToOlderClients(String id) {
        return older.contains(id);
    }

    private static FormatIds read() {
        try (InputStream in = FormatIds.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + LIST);
            }
            var all = new HashSet<String>();
            var older = new HashSet<String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(line -> {
                        all.add(line[0]);
                        if (line[1].equals("older")) {
                            older.add(line[0]);
                        }
                    });
            return new FormatIds(all, older);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
