package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * A session's id with a seal, without which it opens nothing: whoever reads the ids in the database
 * has no session yet.
 */
final class SignedCookie extends DefaultCookieSerializer {
    private static final String ALGORITHM = "HmacSHA256";
    private static final char BETWEEN = '.';

    private final SecretKeySpec key;

    SignedCookie(SessionSettings settings) {
        this.key = new SecretKeySpec(settings.key(), ALGORITHM);
    }

    /** Two cookies of the name are one too many: nobody can tell which of them was planted. */
    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        var values = super.readCookieValues(request);
        return values.size() == 1 ? id(values.getFirst()).stream().toList() : List.of();
    }

    /** An empty value takes the cookie away. */
    @Override
    public void writeCookieValue(CookieValue value) {
        var id = value.getCookieValue();
        super.writeCookieValue(
                id == null || id.isEmpty()
                        ? value
                        : new CookieValue(
                                value.getRequest(), value.getResponse(), id + BETWEEN + seal(id)));
    }

    private Optional<String> id(String value) {
        int end = value.indexOf(BETWEEN);
        if (end < 0) {
            return Optional.empty();
        }
        var id = value.substring(0, end);
        boolean isOurs = MessageDigest.isEqual(bytes(seal(id)), bytes(value.substring(end + 1)));
        return isOurs ? Optional.of(id) : Optional.empty();
    }

    private String seal(String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(id)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected HMAC to work", broken);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
