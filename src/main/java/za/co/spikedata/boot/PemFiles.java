package za.co.spikedata.boot;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Keys and certificates as PEM, in files of their owner alone. */
final class PemFiles {
    private PemFiles() {}

    static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate((X509CertificateHolder) first(file));
    }

    static PrivateKey key(Path file) throws IOException {
        return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) first(file));
    }

    private static Object first(Path file) throws IOException {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            return pem.readObject();
        }
    }

    /** Only the owner may read; a half-written file never takes the place of a whole one. */
    static void write(Path file, Object... objects) throws IOException {
        var whole =
                Files.createTempFile(
                        file.getParent(),
                        "new",
                        ".pem",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text(objects));
        Files.move(
                whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Object... objects) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) {
                writer.writeObject(object);
            }
        }
        return text.toString();
    }
}
