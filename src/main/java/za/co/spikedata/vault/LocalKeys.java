package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Master keys that this process holds: the first wraps, all of them open. */
public final class LocalKeys implements KeyService {
    /** 64 bits tell the few keys of one installation apart. */
    private static final int NAME_BYTES = 8;

    private final String current;
    private final Map<String, MasterKey> keys = new LinkedHashMap<>();

    /**
     * @param current wraps from now on
     * @param previous open what they wrapped, until it is wrapped again
     */
    public LocalKeys(MasterKey current, List<MasterKey> previous) {
        this.current = name(current);
        keys.put(this.current, current);
        previous.forEach(key -> keys.putIfAbsent(name(key), key));
    }

    @Override
    public String current() {
        return current;
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        return Sealing.seal(master(current).key(), bytes(context), key);
    }

    @Override
    public byte[] unwrap(String by, byte[] wrapped, String context) {
        try {
            return Sealing.unseal(master(by).key(), bytes(context), wrapped);
        } catch (Unsealable broken) {
            throw new KeyRefused("Expected a key wrapped by master key " + by, broken, true);
        }
    }

    private MasterKey master(String name) {
        var key = keys.get(name);
        if (key == null) {
            throw new KeyRefused("Expected master key " + name + ", started with others", null);
        }
        return key;
    }

    private static String name(MasterKey key) {
        return "local:" + HexFormat.of().formatHex(key.derive("name"), 0, NAME_BYTES);
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LocalKeys[" + current + "]";
    }
}
