package za.co.spikedata.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The first message of a TLS client, with what no Java client would say. */
public record ClientHello(int version, boolean isModern, String compressions, boolean isEarly) {
    /** TLS_AES_128_GCM_SHA256, and two suites of TLS 1.2 and before. */
    private static final String SUITES = "1301c02f002f";

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @param version such as 0x0301 for TLS 1.0
     */
    public static ClientHello ofVersion(int version) {
        return new ClientHello(version, false, "00", false);
    }

    public static ClientHello modern() {
        return new ClientHello(0x0303, true, "00", false);
    }

    /** Offers to compress by these methods, in hexadecimal. */
    public ClientHello compressing(String methods) {
        return new ClientHello(version, isModern, methods, isEarly);
    }

    /**
     * Says that data follows at once, before the server has answered, by a ticket it is to know.
     */
    public ClientHello early() {
        return new ClientHello(version, isModern, compressions, true);
    }

    /** The record on the wire, each byte a character. */
    public String text() {
        var extensions = new StringBuilder();
        var host = HexFormat.of().formatHex("app.localhost".getBytes(StandardCharsets.US_ASCII));
        extensions.append(extension("0000", block(2, "00" + block(2, host))));
        extensions.append(extension("000a", block(2, "001d0017")));
        extensions.append(extension("000d", block(2, "040308040401")));
        if (isModern) {
            extensions.append(extension("002b", block(1, "0304")));
            extensions.append(extension("0033", block(2, "001d" + block(2, random(32)))));
        }
        if (isEarly) {
            extensions.append(extension("002d", block(1, "01")));
            extensions.append(extension("002a", ""));
            var ticket = block(2, random(64)) + "00000000";
            extensions.append(extension("0029", block(2, ticket) + block(2, block(1, random(32)))));
        }
        var hello =
                "%04x".formatted(version)
                        + random(32)
                        + block(1, "")
                        + block(2, SUITES)
                        + block(1, compressions)
                        + block(2, extensions.toString());
        return latin("16" + "0301" + block(2, "01" + block(3, hello)));
    }

    /** A record of what is said to be encrypted data. */
    public static String data(int bytes) {
        return latin("170303" + block(2, random(bytes)));
    }

    private static String extension(String type, String content) {
        return type + block(2, content);
    }

    /** The content behind its own length of so many bytes. */
    private static String block(int lengthBytes, String content) {
        return ("%0" + 2 * lengthBytes + "x").formatted(content.length() / 2) + content;
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String latin(String hex) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
