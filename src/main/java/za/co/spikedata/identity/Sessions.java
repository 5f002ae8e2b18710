package za.co.spikedata.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** The sessions a person has, on all nodes. */
@Component
class Sessions {
    static final String HANDLE = "sign-in.handle";
    static final String BROWSER = "sign-in.browser";
    static final String ADDRESS = "sign-in.address";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * One of a person's sessions.
     *
     * @param id secret; never leaves the server
     * @param handle names the session on pages
     */
    record Live(
            String id,
            String handle,
            String browser,
            String address,
            Instant begun,
            Instant lastUsed) {
        @Override
        public String toString() {
            return "Live[" + handle + "]";
        }
    }

    /** Those whose sign-in is complete, the latest used first. */
    List<Live> of(Person person) {
        return all(person).values().stream()
                .filter(session -> session.getAttribute(HANDLE) != null)
                .filter(session -> !session.isExpired())
                .map(Sessions::live)
                .sorted(Comparator.comparing(Live::lastUsed).reversed())
                .toList();
    }

    void end(Person person, String handle) {
        of(person).stream()
                .filter(live -> live.handle().equals(handle))
                .forEach(live -> sessions.deleteById(live.id()));
    }

    /** Ends all but one. */
    void endOthers(Person person, @Nullable String keptId) {
        all(person).keySet().stream()
                .filter(id -> !id.equals(keptId))
                .forEach(sessions::deleteById);
    }

    void endAll(TenantId tenant, PersonId id) {
        all(Person.name(tenant, id)).keySet().forEach(sessions::deleteById);
    }

    /** Ends the oldest ones beyond what a person may have beside this one. */
    void endOldest(Person person, String keptId, int most) {
        of(person).stream()
                .filter(live -> !live.id().equals(keptId))
                .sorted(Comparator.comparing(Live::begun).reversed())
                .skip(most - 1L)
                .forEach(live -> sessions.deleteById(live.id()));
    }

    private Map<String, ? extends Session> all(Person person) {
        return all(person.getName());
    }

    private Map<String, ? extends Session> all(String name) {
        return sessions.findByIndexNameAndIndexValue(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, name);
    }

    private static Live live(Session session) {
        return new Live(
                session.getId(),
                text(session, HANDLE),
                text(session, BROWSER),
                text(session, ADDRESS),
                session.getCreationTime(),
                session.getLastAccessedTime());
    }

    private static String text(Session session, String name) {
        return Objects.requireNonNullElse(session.getAttribute(name), "?");
    }
}
