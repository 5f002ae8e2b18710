package za.co.spikedata.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import za.co.spikedata.shape.Sha256;

/** Random words of 256 bits that open something, of which only hashes are kept. */
final class Tokens {
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it is written as one. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** SHA-256 of a token, or of any text that is not to be kept in clear. */
    static byte[] hash(String text) {
        return Sha256.of(text);
    }
}
