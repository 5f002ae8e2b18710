package za.co.spikedata.domains;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import za.co.spikedata.web.CertificateRules;

/** Reads what an administrator pastes: a certificate with its chain, and its key, both as PEM. */
final class CertificateReader {
    private static final int LONGEST = 64_000;

    private CertificateReader() {}

    /** What is wrong with what was pasted. */
    enum Fault {
        NO_CERTIFICATE,
        NO_KEY,
        /** It needs a password, which is not asked for. */
        LOCKED_KEY,
        NOT_A_PAIR,
        NOT_YET_VALID,
        EXPIRED,
        WEAK,
        OTHER_HOST,
        BROKEN_CHAIN,
        /** Browsers that never met its authority elsewhere would trust nobody. */
        NO_CHAIN
    }

    /** What was found. */
    sealed interface Outcome {
        record Fit(ServerCertificate certificate) implements Outcome {}

        /**
         * @param faults all of them
         */
        record Unfit(Set<Fault> faults) implements Outcome {}
    }

    /**
     * @param chain the host's own certificate first
     * @param key PKCS #8 or what OpenSSL writes; not encrypted
     */
    static Outcome read(String chain, String key, String host, Instant now) {
        var faults = EnumSet.noneOf(Fault.class);
        var certificates = certificates(chain);
        var found = key(key, faults);
        if (certificates.isEmpty()) {
            faults.add(Fault.NO_CERTIFICATE);
        } else {
            check(certificates, host, now, faults);
            found.filter(each -> !isPair(each, certificates.getFirst().getPublicKey()))
                    .ifPresent(_ -> faults.add(Fault.NOT_A_PAIR));
        }
        return faults.isEmpty()
                ? new Outcome.Fit(new ServerCertificate(found.orElseThrow(), certificates))
                : new Outcome.Unfit(faults);
    }

    /** The certificates of a PEM text, each once; none where it is anything else. */
    static List<X509Certificate> certificates(String pem) {
        var found = new ArrayList<X509Certificate>();
        var converter = new JcaX509CertificateConverter();
        try {
            for (var object : objects(pem)) {
                if (object instanceof X509CertificateHolder certificate) {
                    found.add(converter.getCertificate(certificate));
                }
            }
        } catch (IOException | CertificateException broken) {
            return List.of();
        }
        return found.stream().distinct().toList();
    }

    private static Optional<PrivateKey> key(String pem, Set<Fault> faults) {
        var converter = new JcaPEMKeyConverter();
        try {
            for (var object : objects(pem)) {
                switch (object) {
                    case PrivateKeyInfo plain -> {
                        return Optional.of(converter.getPrivateKey(plain));
                    }
                    case PEMKeyPair pair -> {
                        return Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
                    }
                    case PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ -> {
                        faults.add(Fault.LOCKED_KEY);
                        return Optional.empty();
                    }
                    default -> {}
                }
            }
        } catch (IOException broken) {
            faults.add(Fault.NO_KEY);
            return Optional.empty();
        }
        faults.add(Fault.NO_KEY);
        return Optional.empty();
    }

    private static List<Object> objects(String pem) throws IOException {
        if (pem.length() > LONGEST) {
            return List.of();
        }
        var found = new ArrayList<Object>();
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                found.add(object);
            }
        } catch (RuntimeException malformed) {
            throw new PEMException("Expected PEM", malformed);
        }
        return found;
    }

    private static void check(
            List<X509Certificate> chain, String host, Instant now, Set<Fault> faults) {
        var own = chain.getFirst();
        if (own.getNotAfter().toInstant().isBefore(now)) {
            faults.add(Fault.EXPIRED);
        }
        if (own.getNotBefore().toInstant().isAfter(now)) {
            faults.add(Fault.NOT_YET_VALID);
        }
        boolean isAlone = chain.size() == 1;
        if (isAlone && !own.getIssuerX500Principal().equals(own.getSubjectX500Principal())) {
            faults.add(Fault.NO_CHAIN);
        }
        if (!CertificateRules.isStrong(own)) {
            faults.add(Fault.WEAK);
        }
        try {
            if (!CertificateRules.covers(own, host)) {
                faults.add(Fault.OTHER_HOST);
            }
            for (int i = 1; i < chain.size(); i++) {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            }
        } catch (CertificateException noNames) {
            faults.add(Fault.OTHER_HOST);
        } catch (GeneralSecurityException another) {
            faults.add(Fault.BROKEN_CHAIN);
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey other) {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC", "ECDSA" -> "SHA256withECDSA";
                    default -> "EdDSA";
                };
        try {
            var said = other.getEncoded();
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(said);
            var signed = signature.sign();
            signature.initVerify(other);
            signature.update(said);
            return signature.verify(signed);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }
}
