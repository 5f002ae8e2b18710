package za.co.spikedata.web;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.List;

/** What a certificate must be to be shown for a host. */
public final class CertificateRules {
    private static final int DNS_NAME = 2;
    private static final int LEAST_RSA_BITS = 3_072;
    private static final int LEAST_CURVE_BITS = 256;

    private CertificateRules() {}

    /** Whether its key is RSA 3072, P-256, an Edwards curve or better. */
    public static boolean isStrong(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ECKey curve -> curve.getParams().getOrder().bitLength() >= LEAST_CURVE_BITS;
            default -> certificate.getPublicKey().getAlgorithm().startsWith("Ed");
        };
    }

    /** Whether one of its names is the host, or a wildcard of the host's parent. */
    public static boolean covers(X509Certificate certificate, String host)
            throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null) {
            return false;
        }
        var wildcard = "*" + host.substring(Math.max(0, host.indexOf('.')));
        return names.stream()
                .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                .map(name -> String.valueOf(name.get(1)))
                .anyMatch(name -> name.equalsIgnoreCase(host) || name.equalsIgnoreCase(wildcard));
    }
}
