package za.co.spikedata.vault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;

/**
 * A key that never leaves AWS KMS wraps; what any key of the account wrapped opens by its name, and
 * only with the encryption context it was wrapped in.
 */
public final class KmsKeys implements KeyService {
    private static final String PREFIX = "kms:";

    /** The answer to what this key did not wrap in this context. */
    private static final String CHANGED = "InvalidCiphertextException";

    /** Answers that stay the same however often they are asked for. */
    private static final Set<String> REFUSALS =
            Set.of(
                    "AccessDeniedException",
                    "DisabledException",
                    "IncorrectKeyException",
                    "InvalidArnException",
                    CHANGED,
                    "InvalidKeyUsageException",
                    "KMSInvalidStateException",
                    "NotFoundException",
                    "ValidationException");

    private final KmsClient kms;
    private final String arn;
    private final Optional<LocalKeys> before;

    /**
     * @param key id, ARN or alias; an alias is followed once, so that what it wraps is told by the
     *     key itself
     * @param before opens what local master keys wrapped, until it is wrapped again
     * @throws KeyRefused when there is no such key to encrypt with
     */
    public KmsKeys(KmsClient kms, String key, Optional<LocalKeys> before) {
        this.kms = kms;
        this.arn = usable(kms, key);
        this.before = before;
    }

    @Override
    public String current() {
        return PREFIX + arn;
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        try {
            return kms.encrypt(request ->
                            request.keyId(arn)
                                    .encryptionContext(named(context))
                                    .plaintext(SdkBytes.fromByteArray(key)))
                    .ciphertextBlob()
                    .asByteArray();
        } catch (KmsException refused) {
            throw passing(refusal(arn, refused));
        } catch (SdkException silent) {
            throw new KeysUnavailable(silent);
        }
    }

    @Override
    public byte[] unwrap(String by, byte[] wrapped, String context) {
        if (!by.startsWith(PREFIX)) {
            return before.orElseThrow(() ->
                            new KeyRefused(
                                    "Expected master key " + by + ", started with KMS", null))
                    .unwrap(by, wrapped, context);
        }
        var key = by.substring(PREFIX.length());
        try {
            return kms.decrypt(request ->
                            request.keyId(key)
                                    .encryptionContext(named(context))
                                    .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
                    .plaintext()
                    .asByteArray();
        } catch (KmsException refused) {
            throw passing(refusal(key, refused));
        } catch (SdkException silent) {
            throw new KeysUnavailable(silent);
        }
    }

    private static String usable(KmsClient kms, String key) {
        try {
            var known = kms.describeKey(request -> request.keyId(key)).keyMetadata();
            if (!known.enabled() || known.keyUsage() != KeyUsageType.ENCRYPT_DECRYPT) {
                throw new KeyRefused(
                        "Expected KMS key " + key + " to be enabled and to encrypt", null);
            }
            return known.arn();
        } catch (KmsException refused) {
            throw refusal(key, refused);
        }
    }

    /** The context's purpose and tenant, by name: who may use the key for whom can be a policy. */
    private static Map<String, String> named(String context) {
        var parts = context.split("\n", 2);
        return parts.length == 1
                ? Map.of("purpose", parts[0])
                : Map.of("purpose", parts[0], "tenant", parts[1]);
    }

    private static RuntimeException passing(RuntimeException answer) {
        return answer instanceof SdkException ? new KeysUnavailable(answer) : answer;
    }

    /** An outage is none: it passes, and is told as it is. */
    private static RuntimeException refusal(String key, KmsException answer) {
        var code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
        return REFUSALS.contains(code)
                ? new KeyRefused(
                        "Expected KMS key " + key + ", KMS answers " + code,
                        answer,
                        code.equals(CHANGED))
                : answer;
    }

    @Override
    public String toString() {
        return "KmsKeys[" + arn + "]";
    }
}
