package za.co.spikedata.statements.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.signing.Jws;

/**
 * A result as JSON that says what it was read from and by whom, and ends with a detached signature
 * (RFC 7515, appendix F) over all that stands before: the last member taken away, the rest is what
 * was signed, byte for byte.
 *
 * @param result as it was signed
 * @param provenance what the signer says of it
 */
public record SignedResult(ReadResult result, Provenance provenance) {
    /** The type in the signature's header. */
    public static final String TYPE = "statement-result+json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SIGNATURE =
            Pattern.compile(",\"signature\":\"([\\w-]{1,500})\\.\\.([\\w-]{1,500})\"\\}\\s*\\z");

    /**
     * Where a result comes from.
     *
     * @param issuer the portal that signed, such as {@code https://app.example.com/}
     * @param sha256 of the PDF as it was uploaded, in hexadecimal digits; empty where it is unknown
     * @param engine version of the engine that the portal runs as it signs
     * @param receivedAt when the PDF was taken in, an instant as of ISO 8601; the same result is
     *     the same file however often it is fetched
     */
    public record Provenance(String issuer, String sha256, String engine, String receivedAt) {
        static Provenance of(JsonNode json) {
            return new Provenance(
                    text(json.get("issuer")),
                    text(json.get("sha256")),
                    text(json.get("engine")),
                    text(json.get("receivedAt")));
        }

        private static String text(@Nullable JsonNode node) {
            return node != null && node.isString() ? node.stringValue() : "";
        }
    }

    /**
     * @param signer makes a compact JWS of type {@link #TYPE} over a text
     */
    public static byte[] sign(
            ReadResult result, Provenance provenance, UnaryOperator<String> signer) {
        var about = new LinkedHashMap<String, String>();
        about.put("issuer", provenance.issuer());
        if (!provenance.sha256().isEmpty()) {
            about.put("sha256", provenance.sha256());
        }
        about.put("engine", provenance.engine());
        about.put("receivedAt", provenance.receivedAt());
        var open = new String(ResultJson.write(result), StandardCharsets.UTF_8);
        var signed =
                open.substring(0, open.length() - 1)
                        + ",\"provenance\":"
                        + JSON.writeValueAsString(about)
                        + "}";
        var parts = signer.apply(signed).split("\\.", -1);
        return (signed.substring(0, signed.length() - 1)
                        + ",\"signature\":\""
                        + parts[0]
                        + ".."
                        + parts[2]
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a text says at all that it is signed. */
    public static boolean isSigned(String text) {
        return SIGNATURE.matcher(text).find();
    }

    /**
     * What was signed; empty unless one of the keys signed exactly this.
     *
     * @param keySet a JSON Web Key Set (RFC 7517), such as every portal publishes
     */
    public static Optional<SignedResult> verified(String text, String keySet) {
        var signature = SIGNATURE.matcher(text);
        if (!signature.find()) {
            return Optional.empty();
        }
        var signed = text.substring(0, signature.start()) + "}";
        var payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(signed.getBytes(StandardCharsets.UTF_8));
        var compact = signature.group(1) + "." + payload + "." + signature.group(2);
        return Jws.verified(compact, TYPE, keySet).flatMap(_ -> read(signed));
    }

    private static Optional<SignedResult> read(String signed) {
        try {
            var bytes = signed.getBytes(StandardCharsets.UTF_8);
            var about = JSON.readTree(bytes).get("provenance");
            return Optional.of(new SignedResult(ResultJson.read(bytes), Provenance.of(about)));
        } catch (JacksonException ofAnotherTime) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SignedResult[" + provenance.issuer() + "]";
    }
}
