package za.co.spikedata.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.util.CSRBuilder;
import org.shredzone.acme4j.util.CertificateUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Dialer;

/**
 * Mail servers on the open internet of all tests: their names have public addresses, which lead
 * here whatever the port, and their certificates are of an authority that tests alone trust.
 */
public class Relays {
    private static final String AUTHORITY = "CN=Authority of tests";
    private static final int RSA_BITS = 2_048;
    private static final char[] NO_PASSWORD = new char[0];
    private static final KeyPair ROOT_KEY = keys();
    private static final X509Certificate ROOT =
            CertificateUtils.createTestRootCertificate(
                    AUTHORITY, Instant.now().minus(Duration.ofDays(1)), end(), ROOT_KEY);

    /** By name: the address it is given. */
    private static final Map<String, InetAddress> NAMES = new ConcurrentHashMap<>();

    private static final Map<InetAddress, Relay> RELAYS = new ConcurrentHashMap<>();

    /** Somebody's address on the open internet, to which no test ever connects. */
    private static final String FIRST = "198.41.0.";

    @Bean
    @Primary
    Dialer dialerOfTests(OutsideSettings settings) {
        Courier.Names names =
                host -> {
                    var known = NAMES.get(host);
                    return known == null
                            ? InetAddress.getAllByName(host)
                            : new InetAddress[] {known};
                };
        return new Dialer(settings, names, new Diverting(), trusting());
    }

    /** A server of this name, with a certificate for another where they differ. */
    public static Relay open(String name, String certified, Relay.Tls tls, String password) {
        var relay = new Relay(identity(certified), tls, password);
        var address = InetAddress.ofLiteral(FIRST + (RELAYS.size() + 1));
        RELAYS.put(address, relay);
        NAMES.put(name, address);
        return relay;
    }

    /** From now on this name leads to this address. */
    public static void name(String name, String address) {
        NAMES.put(name, InetAddress.ofLiteral(address));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected RSA in every Java", broken);
        }
    }

    private static Instant end() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private static SSLContext identity(String name) {
        try {
            var keys = keys();
            var request = new CSRBuilder();
            request.addDomain(name);
            request.sign(keys);
            var certificate =
                    CertificateUtils.createTestCertificate(
                            request.getCSR(),
                            Instant.now().minus(Duration.ofDays(1)),
                            end(),
                            ROOT,
                            ROOT_KEY.getPrivate());
            var store = store();
            store.setKeyEntry(
                    "server", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("Expected a certificate", broken);
        }
    }

    private static SSLSocketFactory trusting() {
        try {
            var store = store();
            store.setCertificateEntry("root", ROOT);
            var managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("Expected TLS in every Java", broken);
        }
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Connects to a relay whose address is asked for, and to all else as usual. */
    private static final class Diverting extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Diverted();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Diverted extends Socket {
        private @Nullable InetAddress asked;

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            var address = ((InetSocketAddress) to).getAddress();
            asked = address;
            var relay = RELAYS.get(address);
            super.connect(
                    relay == null
                            ? to
                            : new InetSocketAddress(
                                    InetAddress.ofLiteral("127.0.0.1"), relay.port()),
                    timeout);
        }

        /** As it was asked for. */
        @Override
        public @Nullable InetAddress getInetAddress() {
            return asked;
        }
    }
}
