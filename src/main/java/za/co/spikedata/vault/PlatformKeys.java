package za.co.spikedata.vault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of the platform's own, all derived from one root that the key service wraps: they stay when
 * the master key is replaced. It is opened at start, so that a wrong master key stops the start.
 */
@Component
public class PlatformKeys {
    static final String CONTEXT = "platform root";

    private static final int MOST_REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final KeyService service;
    private final MasterKey root;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    PlatformKeys(JdbcClient jdbc, KeyService service) {
        this.jdbc = jdbc;
        this.service = service;
        this.root = new MasterKey(opened(row()));
    }

    private record Row(byte[] wrapped, String by) {}

    /** A key for one purpose alone, from which no other follows. */
    public byte[] derive(String purpose) {
        if (derived.size() >= MOST_REMEMBERED) {
            derived.clear();
        }
        return derived.computeIfAbsent(purpose, root::derive).clone();
    }

    /** Wraps the root with the key service's current key; true when another had wrapped it. */
    boolean rewrap() {
        var row = row();
        if (row.by().equals(service.current())) {
            return false;
        }
        jdbc.sql("update vault_platform_key set wrapped_key = :wrapped, wrapped_by = :by")
                .param("wrapped", service.wrap(opened(row), CONTEXT))
                .param("by", service.current())
                .update();
        return true;
    }

    private byte[] opened(Row row) {
        return service.unwrap(row.by(), row.wrapped(), CONTEXT);
    }

    private Row row() {
        return jdbc.sql("select wrapped_key, wrapped_by from vault_platform_key where id = 'root'")
                .query((row, _) ->
                        new Row(row.getBytes("wrapped_key"), row.getString("wrapped_by")))
                .single();
    }
}
