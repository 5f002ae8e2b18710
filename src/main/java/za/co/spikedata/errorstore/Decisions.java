package za.co.spikedata.errorstore;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions about groups, which are of no tenant: a group is a layout. */
@Repository
class Decisions {
    private final JdbcClient jdbc;
    private final GroupNotes notes;
    private final Clock clock;

    Decisions(JdbcClient jdbc, GroupNotes notes, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.clock = clock;
    }

    Map<String, Decision> all() {
        var all = new HashMap<String, Decision>();
        jdbc.sql("select id, state, assigned_to, sealed_note, decided_at from errorstore_group")
                .query(row -> {
                    all.put(
                            row.getString("id"),
                            new Decision(
                                    Decision.State.valueOf(row.getString("state")),
                                    Optional.ofNullable(row.getString("assigned_to")),
                                    notes.unsealed(
                                            row.getString("id"), row.getBytes("sealed_note")),
                                    row.getObject("decided_at", OffsetDateTime.class).toInstant()));
                });
        return all;
    }

    void decide(String group, Decision.State state) {
        begin(group);
        jdbc.sql("update errorstore_group set state = :state, decided_at = :now where id = :id")
                .param("id", group)
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void assign(String group, @Nullable String to) {
        begin(group);
        jdbc.sql("update errorstore_group set assigned_to = :to where id = :id")
                .param("id", group)
                .param("to", to)
                .update();
    }

    void note(String group, String note) {
        begin(group);
        jdbc.sql("update errorstore_group set sealed_note = :note where id = :id")
                .param("id", group)
                .param("note", notes.sealed(group, note))
                .update();
    }

    private void begin(String group) {
        jdbc.sql(
                        """
                        insert into errorstore_group (id, state, decided_at)
                        values (:id, 'OPEN', :now) on conflict (id) do nothing
                        """)
                .param("id", group)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
