package za.co.spikedata.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.vault.PlatformSecrets;

/**
 * RSA keys that sign access tokens. A key is published a while before it signs, so that clients who
 * keep the key set know it by then, and is accepted after the next took over; a token ends by its
 * own date or its revocation.
 */
@Component
public class TokenKeys {
    /** How long a key signs before the next is made. */
    static final Duration SIGNS_FOR = Duration.ofDays(90);

    /** Longer than clients keep a key set. */
    static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);

    private static final int KEY_BITS = 2_048;

    private final JdbcClient jdbc;
    private final PlatformSecrets secrets;
    private final TransactionTemplate apart;
    private final Clock clock;

    TokenKeys(
            JdbcClient jdbc,
            PlatformSecrets secrets,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A compact JWS over claims, by the key whose turn it is. */
    public String sign(String claims) {
        return CompactToken.sign(signing(), claims);
    }

    /** The claims, when one of the keys signed exactly this. */
    public Optional<String> verified(String compact) {
        return CompactToken.parse(compact)
                .filter(token -> find(token.keyId()).filter(token::isSignedBy).isPresent())
                .map(CompactToken::claims);
    }

    /** Makes the next key and publishes it; it signs after a day. */
    public void rotate() {
        apart.executeWithoutResult(_ -> {
            lock();
            make(clock.instant().plus(PUBLISHED_BEFORE));
        });
    }

    private RSAKey signing() {
        var now = clock.instant();
        var key =
                apart.execute(_ ->
                        newest(now)
                                .orElseGet(() -> {
                                    lock();
                                    return newest(now).orElseGet(() -> make(now));
                                }));
        if (isDue(now)) {
            apart.executeWithoutResult(_ -> {
                lock();
                if (isDue(now)) {
                    make(now.plus(PUBLISHED_BEFORE));
                }
            });
        }
        return key;
    }

    private boolean isDue(Instant now) {
        return jdbc.sql(
                                """
                                select count(*) from signing_key
                                where purpose = 'tokens' and signs_from > :since
                                """)
                        .param("since", at(now.minus(SIGNS_FOR)))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('token keys', 0))")
                .query((_, _) -> 1)
                .single();
    }

    private RSAKey make(Instant from) {
        var fresh = fresh();
        jdbc.sql(
                        """
                        insert into signing_key (id, public_key, sealed_key, purpose, signs_from)
                        values (:id, :public, :sealed, 'tokens', :from)
                        """)
                .param("id", fresh.getKeyID())
                .param("public", fresh.toPublicJWK().toJSONString())
                .param(
                        "sealed",
                        secrets.seal(
                                context(fresh.getKeyID()),
                                fresh.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("from", at(from))
                .update();
        return fresh;
    }

    private Optional<RSAKey> newest(Instant now) {
        return jdbc.sql(
                        """
                        select id, sealed_key from signing_key
                        where purpose = 'tokens' and signs_from <= :now
                        order by signs_from desc limit 1
                        """)
                .param("now", at(now))
                .query((row, _) ->
                        secrets.unseal(context(row.getString("id")), row.getBytes("sealed_key")))
                .optional()
                .map(bytes -> parsed(new String(bytes, StandardCharsets.UTF_8)));
    }

    private Optional<RSAKey> find(String id) {
        return jdbc.sql("select public_key from signing_key where purpose = 'tokens' and id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(TokenKeys::parsed);
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected RSA to work", broken);
        }
    }

    private static RSAKey parsed(String json) {
        try {
            return JWK.parse(json).toRSAKey();
        } catch (ParseException broken) {
            throw new IllegalStateException("Expected a key that was written here", broken);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String context(String id) {
        return "signing_key/" + id;
    }
}
