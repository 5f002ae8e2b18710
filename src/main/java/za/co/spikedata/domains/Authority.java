package za.co.spikedata.domains;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.provider.GenericAcmeProvider;
import org.springframework.stereotype.Component;

/**
 * Orders certificates by ACME (RFC 8555) from the authority that the settings name; a host is shown
 * to be ours by what it answers over HTTP (HTTP-01).
 */
@Component
class Authority {
    private static final Duration ONE_STEP = Duration.ofMinutes(2);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(20);

    private final DomainSettings settings;
    private final AuthorityKeys keys;

    Authority(DomainSettings settings, AuthorityKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** Why there is no certificate. */
    enum Fault {
        /** The host did not answer the authority as it had to; DNS may lead elsewhere. */
        NOT_REACHED,
        /** Too many were asked for lately. */
        LIMITED,
        AWAY,
        REFUSED
    }

    /** What came of an order. */
    sealed interface Outcome {
        record Issued(ServerCertificate certificate) implements Outcome {}

        record Failed(Fault fault) implements Outcome {}
    }

    /**
     * What the authority is to find at the host.
     *
     * @param token last part of the address {@code /.well-known/acme-challenge/...}
     * @param answer the text there
     */
    record Challenge(String token, String answer) {}

    /** Whether there is an authority to ask at all. */
    boolean isThere() {
        return settings.acme().isPresent();
    }

    /**
     * Takes from seconds to minutes.
     *
     * @param publish makes the host answer a challenge, before the authority looks
     */
    Outcome order(String host, Consumer<Challenge> publish) throws InterruptedException {
        try {
            var order = login().newOrder().domain(host).create();
            for (var authorization : order.getAuthorizations()) {
                if (!isProven(authorization, publish)) {
                    return new Outcome.Failed(Fault.NOT_REACHED);
                }
            }
            return issued(order);
        } catch (AcmeRateLimitedException limited) {
            return new Outcome.Failed(Fault.LIMITED);
        } catch (AcmeNetworkException unreachable) {
            return new Outcome.Failed(Fault.AWAY);
        } catch (AcmeException refused) {
            return new Outcome.Failed(Fault.REFUSED);
        }
    }

    private Login login() throws AcmeException {
        var session = new Session(settings.acme().orElseThrow(), new Trusting(settings.trusted()));
        session.networkSettings().setTimeout(ONE_ANSWER);
        var account = new AccountBuilder().agreeToTermsOfService().useKeyPair(keys.account());
        settings.contact().ifPresent(account::addEmail);
        return account.createLogin(session);
    }

    private static boolean isProven(Authorization authorization, Consumer<Challenge> publish)
            throws AcmeException, InterruptedException {
        if (authorization.getStatus() == Status.VALID) {
            return true;
        }
        var challenge = authorization.findChallenge(Http01Challenge.class);
        if (challenge.isEmpty()) {
            return false;
        }
        var asked = challenge.get();
        publish.accept(new Challenge(asked.getToken(), asked.getAuthorization()));
        asked.trigger();
        return authorization.waitForCompletion(ONE_STEP) == Status.VALID;
    }

    private static Outcome issued(Order order) throws AcmeException, InterruptedException {
        var own = AuthorityKeys.make();
        order.waitUntilReady(ONE_STEP);
        order.execute(own);
        if (order.waitForCompletion(ONE_STEP) != Status.VALID) {
            return new Outcome.Failed(Fault.REFUSED);
        }
        var chain = order.getCertificate().getCertificateChain();
        return new Outcome.Issued(new ServerCertificate(own.getPrivate(), chain));
    }

    /** Trusts what Java trusts, or a private authority's own certificate. */
    private static final class Trusting extends GenericAcmeProvider {
        private final Optional<SSLContext> trusted;

        Trusting(Optional<SSLContext> trusted) {
            this.trusted = trusted;
        }

        @Override
        public boolean accepts(URI server) {
            return true;
        }

        @Override
        protected HttpConnector createHttpConnector(NetworkSettings settings) {
            return new HttpConnector(settings) {
                @Override
                public HttpClient.Builder createClientBuilder() {
                    var builder = super.createClientBuilder();
                    trusted.ifPresent(builder::sslContext);
                    return builder;
                }
            };
        }
    }
}
