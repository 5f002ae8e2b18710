package za.co.spikedata.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import za.co.spikedata.tenancy.CurrentBrand;

/** Sessions that live on the tenant and host they were made on; anywhere else they do not exist. */
class TenantSessions<S extends Session> implements FindByIndexNameSessionRepository<S> {
    private static final String HOME = "home";

    private final FindByIndexNameSessionRepository<S> sessions;

    TenantSessions(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public S createSession() {
        var session = sessions.createSession();
        session.setAttribute(HOME, home());
        return session;
    }

    @Override
    public void save(S session) {
        sessions.save(session);
    }

    @Override
    public @Nullable S findById(String id) {
        var session = sessions.findById(id);
        return session != null && home().equals(session.getAttribute(HOME)) ? session : null;
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        return sessions.findByIndexNameAndIndexValue(indexName, indexValue);
    }

    private static String home() {
        return CurrentBrand.find().orElseThrow().tenant().id().value();
    }
}
