package za.co.spikedata.domains;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of the tests' own. */
final class TestAuthority {
    private static final X500Name NAME = new X500Name("CN=Authority");
    private static final Duration EARLIER = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(90);

    private final KeyPair keys = keys("EC");

    /**
     * A certificate and its key, both as PEM.
     *
     * @param chain the certificate and the authority's
     */
    record Issued(String chain, String key) {
        private static final String END = "-----END CERTIFICATE-----\n";

        /** Without the authority's. */
        String own() {
            return chain.substring(0, chain.indexOf(END) + END.length());
        }
    }

    /**
     * @param algorithm {@code EC}, {@code RSA} or {@code RSA 2048}
     */
    Issued issue(String host, String algorithm, Instant now) {
        var pair = keys(algorithm);
        try {
            var own =
                    builder(new X500Name("CN=" + host), pair, now)
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            return new Issued(
                    pem(
                            signed(own),
                            signed(
                                    builder(NAME, keys, now)
                                            .addExtension(
                                                    Extension.basicConstraints,
                                                    true,
                                                    new BasicConstraints(true)))),
                    pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The same key behind a password. */
    static String locked(String key) {
        try (var pem = new PEMParser(new StringReader(key))) {
            var plain = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
            var encryptor =
                    new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                            .setProvider(new BouncyCastleProvider());
            encryptor.setPassword("secret".toCharArray());
            return pem(new JcaPKCS8Generator(plain, encryptor.build()));
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair keys(String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm.split(" ")[0]);
            generator.initialize(
                    switch (algorithm) {
                        case "EC" -> 256;
                        case "RSA" -> 3_072;
                        default -> 2_048;
                    });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name subject, KeyPair pair, Instant now) {
        return new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.ONE,
                Date.from(now.minus(EARLIER)),
                Date.from(now.plus(LIFE)),
                subject,
                pair.getPublic());
    }

    private X509CertificateHolder signed(org.bouncycastle.cert.X509v3CertificateBuilder certificate)
            throws OperatorCreationException {
        return certificate.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    }

    private static String pem(Object... objects) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) {
                writer.writeObject(object);
            }
        }
        return text.toString();
    }
}
