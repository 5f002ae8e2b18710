package za.co.spikedata.tenancy;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.shape.Sha256;

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
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
