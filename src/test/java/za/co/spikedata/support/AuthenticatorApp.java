package za.co.spikedata.support;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app as RFC 6238 describes it, written apart from the product's library. */
public final class AuthenticatorApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_MILLIS = 30_000;

    private final String secret;
    private final byte[] key;
    private final Clock clock = Clock.systemUTC();
    private long lastStep;

    /** Takes the secret as the page prints it, in groups or not. */
    public AuthenticatorApp(String secret) {
        this.secret = secret.replace(" ", "");
        this.key = decoded(this.secret);
    }

    /** The secret as it is typed. */
    public String secret() {
        return secret;
    }

    /**
     * A code that the portal takes for 15 s at least and that was not given before; waits for one
     * if it must.
     */
    public synchronized String next() {
        boolean isEarly = clock.millis() % STEP_MILLIS < STEP_MILLIS / 2;
        long step = Math.max(lastStep + 1, currentStep() - (isEarly ? 1 : 0));
        while (step > currentStep() + 1) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        lastStep = step;
        return at(step);
    }

    public long currentStep() {
        return clock.millis() / STEP_MILLIS;
    }

    public String at(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] decoded(String secret) {
        var bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.toCharArray()) {
            buffer = (buffer << 5 | BASE32.indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
