package za.co.spikedata.domains;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.PlatformSecrets;

/** The key by which the authority knows this installation, made when it is first needed. */
@Component
class AuthorityKeys {
    private static final String CONTEXT = "domain_account.key";

    private final JdbcClient jdbc;
    private final PlatformSecrets secrets;

    AuthorityKeys(JdbcClient jdbc, PlatformSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** A new key on the curve P-256. */
    static KeyPair make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected the curve P-256", missing);
        }
    }

    /** The same one on all nodes. */
    KeyPair account() {
        var made = make();
        jdbc.sql(
                        """
                        insert into domain_account (public_key, sealed_key) values (:public, :key)
                        on conflict do nothing
                        """)
                .param("public", made.getPublic().getEncoded())
                .param("key", secrets.seal(CONTEXT, made.getPrivate().getEncoded()))
                .update();
        return jdbc.sql("select public_key, sealed_key from domain_account")
                .query((row, _) -> pair(row.getBytes(1), row.getBytes(2)))
                .single();
    }

    private KeyPair pair(byte[] publicKey, byte[] sealed) {
        var converter = new JcaPEMKeyConverter();
        try {
            return new KeyPair(
                    converter.getPublicKey(SubjectPublicKeyInfo.getInstance(publicKey)),
                    converter.getPrivateKey(
                            PrivateKeyInfo.getInstance(secrets.unseal(CONTEXT, sealed))));
        } catch (IOException broken) {
            throw new IllegalStateException("Expected a key as it was kept", broken);
        }
    }
}
