package za.co.spikedata.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of objects that no row knew of when the store was last compared; random, of no tenant. */
@Component
class SeenOrphans {
    private final JdbcClient jdbc;

    SeenOrphans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers those that were not seen before. */
    void see(List<String> names, Instant now) {
        jdbc.sql(
                        """
                        insert into vault_orphan (name, seen_at)
                        select name, :now from unnest(:names) as name on conflict do nothing
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    /** Those of these that were first seen before that. */
    Set<String> seenBefore(List<String> names, Instant then) {
        return new HashSet<>(
                jdbc.sql(
                                "select name from vault_orphan where name = any(:names) and seen_at < :then")
                        .param("names", names.toArray(String[]::new))
                        .param("then", then.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list());
    }

    /** Those that are gone, or that a row knows of again. */
    void forget(List<String> names) {
        jdbc.sql("delete from vault_orphan where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .update();
    }
}
