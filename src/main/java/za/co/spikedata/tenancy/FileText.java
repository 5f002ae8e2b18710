package za.co.spikedata.tenancy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Files of a tenant as texts, as versions keep them: a picture of bytes is one in Base64. */
public final class FileText {
    private FileText() {}

    public static boolean isBinary(String path) {
        return path.endsWith(".png");
    }

    public static String of(String path, byte[] bytes) {
        return isBinary(path)
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The file's own bytes again.
     *
     * @throws IllegalArgumentException when a picture's text is no Base64
     */
    public static byte[] bytes(String path, String text) {
        return isBinary(path)
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
