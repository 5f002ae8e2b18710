package za.co.spikedata.domains;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A key and what an authority says of it, fit for one host.
 *
 * @param chain the host's own first, each signed by the next
 */
record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    ServerCertificate {
        chain = List.copyOf(chain);
    }

    Instant until() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "ServerCertificate[" + chain.getFirst().getSerialNumber() + "]";
    }
}
