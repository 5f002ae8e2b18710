package za.co.spikedata.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS KMS as the network sees it, as far as wrapping needs it: its JSON protocol on loopback. */
public final class FakeKms implements AutoCloseable {
    private static final String TYPE = "application/x-amz-json-1.1";
    private static final int NAME_BYTES = 36;

    private final HttpServer server;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();
    private volatile boolean isAway;

    private record Key(byte[] bytes, boolean enabled) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String code) {
            super(code);
        }
    }

    private FakeKms(HttpServer server) {
        this.server = server;
    }

    public static FakeKms start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var fake = new FakeKms(server);
        server.createContext("/", fake::answer);
        server.start();
        return fake;
    }

    /** A new symmetric key's ARN. */
    public String add(boolean enabled) {
        var id = UUID.randomUUID().toString();
        keys.put(id, new Key(Sealing.derived(new byte[32], id), enabled));
        return "arn:aws:kms:af-south-1:000000000000:key/" + id;
    }

    public void disable(String arn) {
        keys.computeIfPresent(id(arn), (_, key) -> new Key(key.bytes(), false));
    }

    /** From now on nothing is answered but that it cannot be answered now. */
    public void goAway() {
        isAway = true;
    }

    /** Encryption contexts of what was encrypted, in order. */
    public List<Map<String, String>> contexts() {
        return List.copyOf(contexts);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public KmsClient client() {
        return KmsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.of("af-south-1"))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = JsonMapper.shared().readTree(exchange.getRequestBody());
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var signed = exchange.getRequestHeaders().getFirst("Authorization");
        try {
            if (isAway) {
                throw new Refused("KMSInternalException");
            }
            if (signed == null || !signed.startsWith("AWS4-HMAC-SHA256 Credential=id/")) {
                throw new Refused("MissingAuthenticationTokenException");
            }
            send(
                    exchange,
                    200,
                    switch (target) {
                        case "TrentService.DescribeKey" -> described(asked);
                        case "TrentService.Encrypt" -> encrypted(asked);
                        case "TrentService.Decrypt" -> decrypted(asked);
                        default -> throw new Refused("UnknownOperationException");
                    });
        } catch (Refused refused) {
            send(exchange, isAway ? 500 : 400, Map.of("__type", refused.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Map<String, ?> described(JsonNode asked) throws Refused {
        var arn = asked.get("KeyId").asString();
        var key = key(arn);
        return Map.of(
                "KeyMetadata",
                Map.of(
                        "KeyId",
                        id(arn),
                        "Arn",
                        arn,
                        "Enabled",
                        key.enabled(),
                        "KeyUsage",
                        "ENCRYPT_DECRYPT"));
    }

    private Map<String, ?> encrypted(JsonNode asked) throws Refused {
        var arn = asked.get("KeyId").asString();
        var context = context(asked);
        contexts.add(context);
        var sealed =
                Sealing.seal(enabled(arn).bytes(), bytes(context), binary(asked.get("Plaintext")));
        var blob = new ArrayList<byte[]>(List.of(id(arn).getBytes(StandardCharsets.US_ASCII)));
        blob.add(sealed);
        return Map.of("KeyId", arn, "CiphertextBlob", joined(blob));
    }

    private Map<String, ?> decrypted(JsonNode asked) throws Refused {
        var arn = asked.get("KeyId").asString();
        var blob = binary(asked.get("CiphertextBlob"));
        var key = enabled(arn);
        var by = new String(blob, 0, Math.min(NAME_BYTES, blob.length), StandardCharsets.US_ASCII);
        if (!by.equals(id(arn))) {
            throw new Refused("IncorrectKeyException");
        }
        try {
            var content = Arrays.copyOfRange(blob, NAME_BYTES, blob.length);
            return Map.of(
                    "KeyId",
                    arn,
                    "Plaintext",
                    Base64.getEncoder()
                            .encodeToString(
                                    Sealing.unseal(key.bytes(), bytes(context(asked)), content)));
        } catch (Unsealable changed) {
            throw new Refused("InvalidCiphertextException");
        }
    }

    private Key enabled(String arn) throws Refused {
        var key = key(arn);
        if (!key.enabled()) {
            throw new Refused("DisabledException");
        }
        return key;
    }

    private Key key(String arn) throws Refused {
        var key = keys.get(id(arn));
        if (key == null) {
            throw new Refused("NotFoundException");
        }
        return key;
    }

    private static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static Map<String, String> context(JsonNode asked) {
        var context = new TreeMap<String, String>();
        if (asked.has("EncryptionContext")) {
            asked.get("EncryptionContext")
                    .properties()
                    .forEach(each -> context.put(each.getKey(), each.getValue().asString()));
        }
        return context;
    }

    private static byte[] bytes(Map<String, String> context) {
        return JsonMapper.shared().writeValueAsBytes(context);
    }

    private static byte[] binary(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static String joined(List<byte[]> parts) {
        var out = new java.io.ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
