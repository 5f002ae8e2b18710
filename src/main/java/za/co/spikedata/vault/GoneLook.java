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

    /**
     * How far the notes are settled, at one moment.
     *
     * @param until empty where all notes are to be looked at
     * @param asked how often somebody asked for all
     */
    record Settled(Optional<Instant> until, long asked) {}

    Settled settled() {
        return jdbc.sql("select settled_until, asked from vault_gone_look")
                .query((row, _) ->
                        new Settled(
                                Optional.ofNullable(
                                                row.getObject(
                                                        "settled_until", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getLong("asked")))
                .single();
    }

    /** Unless somebody asked for all notes, or another node looked, since this one began. */
    void settle(Settled before, Instant until) {
        jdbc.sql(
                        """
                        update vault_gone_look set settled_until = :until
                        where settled_until is not distinct from :before::timestamptz
                            and asked = :asked
                        """)
                .param("before", before.until().map(GoneLook::utc).orElse(null))
                .param("asked", before.asked())
                .param("until", utc(until))
                .update();
    }

    void askForAll() {
        jdbc.sql("update vault_gone_look set settled_until = null, asked = asked + 1").update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
