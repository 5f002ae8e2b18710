package za.co.spikedata.engine.pdf;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.shape.Sha256;

/**
 * Tables of codes that documents of one bank share, kept by the content they were parsed from. What
 * is kept holds characters of fonts only, nothing of a document.
 */
final class FontCache {
    private static final int MOST = 128;

    private static final Map<ByteBuffer, @Nullable String[]> TABLES =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<ByteBuffer, @Nullable String[]> eldest) {
                    return size() > MOST;
                }
            };

    private FontCache() {}

    /** The table of these bytes; it must not be changed. */
    static @Nullable String[] table(
            String kind, byte[] content, Function<byte[], @Nullable String[]> parse) {
        ByteBuffer key = key(kind, content);
        synchronized (TABLES) {
            var known = TABLES.get(key);
            if (known != null) {
                return known;
            }
        }
        var parsed = parse.apply(content);
        synchronized (TABLES) {
            TABLES.put(key, parsed);
        }
        return parsed;
    }

    private static ByteBuffer key(String kind, byte[] content) {
        var digest = Sha256.fresh();
        digest.update((byte) kind.charAt(0));
        return ByteBuffer.wrap(digest.digest(content));
    }
}
