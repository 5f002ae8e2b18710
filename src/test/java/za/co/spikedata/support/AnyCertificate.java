package za.co.spikedata.support;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts every certificate for every name; which one is shown is checked by tests of its own. */
public final class AnyCertificate extends X509ExtendedTrustManager {
    private final Runnable whenShown;

    private AnyCertificate(Runnable whenShown) {
        this.whenShown = whenShown;
    }

    public static SSLContext context() {
        return context(() -> {});
    }

    /**
     * @param whenShown runs whenever a server shows its certificate
     */
    public static SSLContext context(Runnable whenShown) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate(whenShown)}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected TLS in every Java", broken);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        whenShown.run();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        whenShown.run();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        whenShown.run();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
