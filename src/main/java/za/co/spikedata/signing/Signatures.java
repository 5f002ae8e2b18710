package za.co.spikedata.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.vault.PlatformSecrets;

/**
 * Signs with the platform's key whose turn it is and publishes all of them: those no longer used,
 * since what they signed stays verifiable, and those that sign soon, since verifiers keep key sets.
 */
@Component
public class Signatures implements SmartInitializingSingleton {
    private static final String TURN =
            """
            from signing_key where purpose = 'receipts' and signs_from <= now()
            order by signs_from desc limit 1
            """;

    private final JdbcClient jdbc;
    private final PlatformSecrets secrets;
    private final TransactionTemplate apart;

    /** The one of the key that signed last, since making one costs as much as a signature. */
    private final AtomicReference<@Nullable Ed25519Signer> current = new AtomicReference<>();

    Signatures(JdbcClient jdbc, PlatformSecrets secrets, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** So that a backup of the first day holds the key of every receipt. */
    @Override
    public void afterSingletonsInstantiated() {
        signer();
    }

    /** A compact JWS over a JSON text, of a type such as {@code deletion-receipt+jwt}. */
    public String sign(String type, String payload) {
        return Jws.sign(signer(), type, payload);
    }

    /**
     * The JSON Web Key Set of every key that ever signed, or soon will. Those of access tokens come
     * first: old clients know no other kind and look no further.
     */
    public String published() {
        signer();
        var all =
                jdbc.sql("select public_key from signing_key order by created_at")
                        .query(String.class)
                        .list();
        var keys =
                all.stream()
                        .map(Signatures::parsed)
                        .sorted(Comparator.comparing(key -> !KeyType.RSA.equals(key.getKeyType())))
                        .toList();
        return new JWKSet(keys).toString();
    }

    /** Makes the next key and publishes it; it signs after a day, on every node. */
    public void rotate() {
        rotate(TokenKeys.PUBLISHED_BEFORE);
    }

    void rotate(Duration publishedBefore) {
        apart.executeWithoutResult(_ -> make(publishedBefore));
    }

    private Ed25519Signer signer() {
        var known = current.get();
        if (known != null && turn().equals(Optional.of(known.getPrivateKey().getKeyID()))) {
            return known;
        }
        var signer = signer(apart.execute(_ -> newest().orElseGet(this::first)));
        current.set(signer);
        return signer;
    }

    /** The name of the key whose turn it is. */
    private Optional<String> turn() {
        return jdbc.sql("select id " + TURN).query(String.class).optional();
    }

    private static Ed25519Signer signer(OctetKeyPair key) {
        try {
            return new Ed25519Signer(key);
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected Ed25519 to work", broken);
        }
    }

    /** Of all nodes one makes the first key, and the others wait for it. */
    private OctetKeyPair first() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signing', 0))")
                .query((_, _) -> 1)
                .single();
        return newest().orElseGet(() -> make(Duration.ZERO));
    }

    private OctetKeyPair make(Duration publishedBefore) {
        var fresh = fresh();
        jdbc.sql(
                        """
                        insert into signing_key (id, public_key, sealed_key, signs_from)
                        values (:id, :public, :sealed, now() + make_interval(secs => :before))
                        """)
                .param("id", fresh.getKeyID())
                .param("public", fresh.toPublicJWK().toJSONString())
                .param(
                        "sealed",
                        secrets.seal(
                                context(fresh.getKeyID()),
                                fresh.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("before", publishedBefore.toSeconds())
                .update();
        return fresh;
    }

    private Optional<OctetKeyPair> newest() {
        return jdbc.sql("select id, sealed_key " + TURN)
                .query((row, _) ->
                        secrets.unseal(context(row.getString("id")), row.getBytes("sealed_key")))
                .optional()
                .map(bytes -> parsed(new String(bytes, StandardCharsets.UTF_8)).toOctetKeyPair());
    }

    private static OctetKeyPair fresh() {
        try {
            return new OctetKeyPairGenerator(Curve.Ed25519)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected Ed25519 to work", broken);
        }
    }

    private static JWK parsed(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException broken) {
            throw new IllegalStateException("Expected a key that was written here", broken);
        }
    }

    private static String context(String id) {
        return "signing_key/" + id;
    }
}
