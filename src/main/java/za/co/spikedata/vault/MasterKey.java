package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** The 32 bytes that wrap every tenant's key; lives outside the database. */
public record MasterKey(byte[] key) {
    static final int BYTES = 32;

    public MasterKey {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("Expected a master key of 32 bytes");
        }
        key = key.clone();
    }

    /** A key for one purpose alone, from which neither this key nor another purpose's follows. */
    public byte[] derive(String purpose) {
        try {
            var derivation = KDF.getInstance("HKDF-SHA256");
            return derivation.deriveData(
                    HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected HKDF in this Java", missing);
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[*]";
    }
}
