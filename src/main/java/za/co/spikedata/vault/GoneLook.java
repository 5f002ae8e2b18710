package za.co.spikedata.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to when the notes of all tenants are settled, as the database that may be restored knows. */
@Component
class GoneLook {
    private final JdbcClient jdbc;

    GoneLook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where all notes are to be looked at. */
    Optional<Instant> settledUntil() {
        return jdbc.sql("select settled_until from vault_gone_look where settled_until is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Unless somebody asked for all notes, or another node looked, since this one began. */
    void settle(Optional<Instant> before, Instant until) {
        jdbc.sql(
                        """
                        update vault_gone_look set settled_until = :until
                        where settled_until is not distinct from :before::timestamptz
                        """)
                .param("before", before.map(GoneLook::utc).orElse(null))
                .param("until", utc(until))
                .update();
    }

    void askForAll() {
        jdbc.sql("update vault_gone_look set settled_until = null").update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
