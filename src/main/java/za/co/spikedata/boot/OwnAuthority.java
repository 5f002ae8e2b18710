package za.co.spikedata.boot;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates for development, signed by an authority of this machine's own: who trusts
 * {@code ca.crt} once sees no warning on any host.
 */
final class OwnAuthority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_650);

    /** The longest that browsers accept. */
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Clock clock;

    OwnAuthority(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private record Authority(X509Certificate certificate, PrivateKey key) {}

    /** The files of a certificate for one host, made or renewed when needed. */
    CertificateFiles certificate(String host) {
        return certificate(host, host, true);
    }

    /** The same for whoever names no host: it tells nothing of this machine, not even a folder. */
    CertificateFiles certificateOfNobody(String name) {
        return certificate(name, "localhost", false);
    }

    /**
     * @param isListed whether it names the list of what was taken back, by its path on this machine
     */
    private CertificateFiles certificate(String name, String host, boolean isListed) {
        var files = CertificateFiles.in(folder, name);
        try {
            Files.createDirectories(folder);
            var authority = authority();
            if (!isGood(files, authority, isListed)) {
                var keys = keys();
                var made = leaf(authority, keys, host, isListed);
                PemFiles.write(files.key(), new JcaPKCS8Generator(keys.getPrivate(), null));
                PemFiles.write(files.certificate(), made, authority.certificate());
            }
            return files;
        } catch (IOException | GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException("Expected a certificate in " + folder, broken);
        }
    }

    private Authority authority()
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var files = CertificateFiles.in(folder, "ca");
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            var keys = keys();
            var made = root(keys);
            PemFiles.write(files.key(), new JcaPKCS8Generator(keys.getPrivate(), null));
            PemFiles.write(files.certificate(), made);
        }
        var authority =
                new Authority(PemFiles.certificate(files.certificate()), PemFiles.key(files.key()));
        if (!Files.exists(revoked())) {
            var nothing =
                    new JcaX509v2CRLBuilder(authority.certificate(), Date.from(clock.instant()))
                            .setNextUpdate(authority.certificate().getNotAfter())
                            .build(signer(authority.key()));
            PemFiles.write(revoked(), nothing);
        }
        return authority;
    }

    /** What the authority took back, which is nothing: keys of development are thrown away. */
    private Path revoked() {
        return folder.resolve("ca.crl");
    }

    private boolean isGood(CertificateFiles files, Authority authority, boolean isListed)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            return false;
        }
        var kept = PemFiles.certificate(files.certificate());
        try {
            kept.verify(authority.certificate().getPublicKey());
        } catch (GeneralSecurityException another) {
            return false;
        }
        boolean namesList = kept.getExtensionValue(Extension.cRLDistributionPoints.getId()) != null;
        return namesList == isListed
                && kept.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE));
    }

    private X509Certificate root(KeyPair keys)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=Development authority");
        var certificate =
                builder(name, name, keys, AUTHORITY_LIFE)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(certificate.build(signer(keys.getPrivate())));
    }

    private X509Certificate leaf(Authority authority, KeyPair keys, String host, boolean isListed)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var issuer =
                X500Name.getInstance(
                        authority.certificate().getSubjectX500Principal().getEncoded());
        var certificate =
                builder(issuer, new X500Name("CN=" + host), keys, CERTIFICATE_LIFE)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                names(GeneralName.dNSName, host));
        if (isListed) {
            var list = names(GeneralName.uniformResourceIdentifier, revoked().toUri().toString());
            var point = new DistributionPoint(new DistributionPointName(list), null, null);
            certificate.addExtension(
                    Extension.cRLDistributionPoints,
                    false,
                    new CRLDistPoint(new DistributionPoint[] {point}));
        }
        return signed(certificate.build(signer(authority.key())));
    }

    private static GeneralNames names(int kind, String name) {
        return new GeneralNames(new GeneralName(kind, name));
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, Duration life) {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
                Date.from(now.minus(CLOCKS_DIFFER)),
                Date.from(now.plus(life).minus(CLOCKS_DIFFER)),
                subject,
                keys.getPublic());
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static org.bouncycastle.operator.ContentSigner signer(PrivateKey key)
            throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static X509Certificate signed(X509CertificateHolder certificate)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(certificate);
    }
}
