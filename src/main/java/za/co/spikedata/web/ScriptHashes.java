package za.co.spikedata.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What each script's content hashes to; pages say it, so that browsers run nothing else. */
@Component
public class ScriptHashes {
    private static final List<String> ROOTS = List.of("static", "META-INF/resources");

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /** The value of {@code integrity} for a script's address. */
    public String integrity(String address) {
        return hashes.computeIfAbsent(address, ScriptHashes::hash);
    }

    private static String hash(String address) {
        var file =
                ROOTS.stream()
                        .map(root -> new ClassPathResource(root + address))
                        .filter(ClassPathResource::exists)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("Expected a script at " + address));
        try {
            var digest = MessageDigest.getInstance("SHA-384").digest(file.getContentAsByteArray());
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-384 in every Java", missing);
        }
    }
}
