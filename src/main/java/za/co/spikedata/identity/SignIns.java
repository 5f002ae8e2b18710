package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.AskedLanguage;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.TenantId;

/** What happens to the session at each step of a sign-in. */
@Component
class SignIns {
    /** A person's sessions at once; the oldest gives way. */
    static final int MOST_SESSIONS = 10;

    private final PersonTable people;
    private final Devices devices;
    private final Sessions sessions;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy tokens;

    SignIns(
            PersonTable people,
            Devices devices,
            Sessions sessions,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.people = people;
        this.devices = devices;
        this.sessions = sessions;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.tokens = new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());
        this.tokens.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
    }

    /** The password was right and Spring Security has renewed the session. */
    void passwordGiven(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        var person = (Person) Objects.requireNonNull(authentication.getPrincipal());
        var account = people.find(person.tenant(), person.id()).orElseThrow();
        request.getSession().removeAttribute(Sessions.HANDLE);
        if (Gates.isInside(account, authentication)) {
            complete(request, response, person);
        }
    }

    /** A provider vouched for somebody; nothing of the session before goes on. */
    void vouched(
            HttpServletRequest request,
            HttpServletResponse response,
            Person person,
            VouchedSignIn.How how) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + person.role().name()));
        authorities.add(factor(Factors.ISSUER));
        if (how.secondToo()) {
            authorities.add(factor(Factors.ISSUER_SECOND));
        }
        if (how.again()) {
            authorities.add(factor(Factors.ISSUER_AGAIN));
        }
        enter(request, response, person, authorities);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (Gates.isInside(
                Account.of(request).orElseThrow(), Objects.requireNonNull(authentication))) {
            complete(request, response, person);
        }
    }

    /** A second factor was right: a new session id, a new form token, one more authority. */
    void factorGiven(
            HttpServletRequest request,
            HttpServletResponse response,
            Person person,
            String factor) {
        var authorities = new ArrayList<GrantedAuthority>();
        for (var held : authorities()) {
            if (!factor.equals(held.getAuthority())) {
                authorities.add(held);
            }
        }
        authorities.add(factor(factor));
        enter(request, response, person, authorities);
        if (request.getSession().getAttribute(Sessions.HANDLE) == null) {
            complete(request, response, person);
        }
    }

    /** An operator acts for this tenant from here on; whatever session there was is over. */
    void act(
            HttpServletRequest request,
            HttpServletResponse response,
            TenantId tenant,
            Acting acting) {
        request.getSession().invalidate();
        request.getSession().setAttribute(Actings.SESSION, acting.id());
        var now = clock.instant();
        enter(
                request,
                response,
                acting.person(tenant),
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + Person.Role.ADMINISTRATOR),
                        FactorGrantedAuthority.withAuthority(Factors.PASSWORD)
                                .issuedAt(now)
                                .build(),
                        FactorGrantedAuthority.withAuthority(Factors.AUTHENTICATOR)
                                .issuedAt(now)
                                .build()));
    }

    /** Something about the person changed by their own hand: this session goes on, others end. */
    void goOn(HttpServletRequest request, HttpServletResponse response, Person person) {
        // Before this session takes a new id, which the database learns only with the answer.
        sessions.endOthers(person, request.getSession().getId());
        enter(request, response, person, authorities());
    }

    /** A session that comes from elsewhere than before may have been taken; it is written down. */
    void noteMove(HttpServletRequest request, Person person) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(Sessions.HANDLE) == null) {
            return;
        }
        var address = request.getRemoteAddr();
        var browser = Browser.of(request).toString();
        if (!address.equals(session.getAttribute(Sessions.ADDRESS))
                || !browser.equals(session.getAttribute(Sessions.BROWSER))) {
            session.setAttribute(Sessions.ADDRESS, address);
            session.setAttribute(Sessions.BROWSER, browser);
            audit.record(
                    person.tenant(),
                    person.id().toString(),
                    "session.moved",
                    String.valueOf(session.getAttribute(Sessions.HANDLE)));
        }
    }

    private GrantedAuthority factor(String factor) {
        return FactorGrantedAuthority.withAuthority(factor).issuedAt(clock.instant()).build();
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Person person,
            Collection<? extends GrantedAuthority> authorities) {
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
        request.getSession();
        request.changeSessionId();
        tokens.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        people.find(person.tenant(), person.id()).ifPresent(account -> account.put(request));
    }

    private void complete(HttpServletRequest request, HttpServletResponse response, Person person) {
        var session = request.getSession();
        session.setAttribute(Sessions.HANDLE, UUID.randomUUID().toString());
        session.setAttribute(Sessions.BROWSER, Browser.of(request).toString());
        session.setAttribute(Sessions.ADDRESS, request.getRemoteAddr());
        sessions.endOldest(person, session.getId(), MOST_SESSIONS);
        noteLanguage(request, person);
        var sight = devices.see(request, response, person);
        audit.record(
                person.tenant(), person.id().toString(), "sign-in.done", person.id().toString());
        if (sight == Devices.Sight.NEW) {
            var tenant = CurrentBrand.find().orElseThrow().tenant();
            outbox.send(
                    tenant.id(),
                    person.email(),
                    "new-device",
                    Browser.of(request).toString(),
                    request.getRemoteAddr());
        }
    }

    private void noteLanguage(HttpServletRequest request, Person person) {
        var tenant = CurrentBrand.find().orElseThrow().tenant();
        var language = AskedLanguage.of(request, tenant).getLanguage();
        people.setSignedInLanguage(person.tenant(), person.id(), language);
    }

    private static Collection<? extends GrantedAuthority> authorities() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getAuthorities();
    }
}
