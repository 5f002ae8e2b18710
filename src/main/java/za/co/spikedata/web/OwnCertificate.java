package za.co.spikedata.web;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate that a host brought itself.
 *
 * @param chain the host's own first
 */
public record OwnCertificate(PrivateKey key, List<X509Certificate> chain) {
    public OwnCertificate {
        chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
        return "OwnCertificate[" + chain.getFirst().getSerialNumber() + "]";
    }
}
