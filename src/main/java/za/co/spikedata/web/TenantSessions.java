package za.co.spikedata.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.TenantId;

/**
 * Sessions that live on the tenant they were made on; anywhere else they do not exist. No browser
 * carries them there: who does is written down, once for a session, in the trails of both tenants.
 */
class TenantSessions<S extends Session> implements FindByIndexNameSessionRepository<S> {
    private static final String HOME = "home";
    private static final String TOLD = "home.told";

    private final FindByIndexNameSessionRepository<S> sessions;
    private final Audit audit;

    TenantSessions(FindByIndexNameSessionRepository<S> sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
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
        if (session == null || home().equals(session.getAttribute(HOME))) {
            return session;
        }
        tell(session);
        return null;
    }

    private void tell(S session) {
        if (session.getAttribute(TOLD) == null) {
            session.setAttribute(TOLD, true);
            sessions.save(session);
            for (var tenant : List.of(session.<String>getRequiredAttribute(HOME), home())) {
                audit.record(new TenantId(tenant), "anonymous", "session.elsewhere", "session");
            }
        }
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
