package za.co.spikedata.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's files as one text: a JSON object in the order of their paths. */
final class FilesText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private FilesText() {}

    static String of(Map<String, String> files) {
        return JSON.writeValueAsString(new TreeMap<>(files));
    }

    static Map<String, String> parse(String text) {
        return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    }

    /** The same for the same files; 64 hexadecimal digits. */
    static String hash(Map<String, String> files) {
        return hash(of(files));
    }

    /** SHA-256 of a text; 64 hexadecimal digits. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256 in every Java", missing);
        }
    }
}
