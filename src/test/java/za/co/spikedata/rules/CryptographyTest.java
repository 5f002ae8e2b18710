package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every primitive the product asks Java for; another one is a decision, not a line of code. */
class CryptographyTest {
    private static final Path PRODUCT = Path.of("src/main/java/za/co/spikedata");
    private static final Pattern ASKED = Pattern.compile("getInstance\\(\\s*\"([^\"]+)\"");

    /**
     * HMAC-SHA1 of authenticator codes is the library's; these are ours. PKCS #12 is only the form
     * in which Java hands certificates to TLS; nothing is written so.
     */
    private static final Set<String> CHOSEN =
            Set.of(
                    "SHA-256",
                    "SHA-384",
                    "HmacSHA256",
                    "HKDF-SHA256",
                    "EC",
                    "X.509",
                    "TLS",
                    "PKCS12");

    private static final Set<String> KEEP_SECRETS = Set.of("vault", "identity", "audit", "guard");

    /** Compares addresses. */
    private static final String NO_SECRET = "Network.java";

    @Test
    void usesChosenPrimitivesAlone() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(PRODUCT)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> asked.add(found.group(1)));
            }
        }

        assertThat(asked).isNotEmpty().isSubsetOf(CHOSEN);
    }

    /** {@code MessageDigest.isEqual} takes as long for the first byte as for the last. */
    @Test
    void comparesSecretsInConstantTime() throws IOException {
        for (var module : KEEP_SECRETS) {
            try (var files = Files.walk(PRODUCT.resolve(module))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    var comparesBytes = Files.readString(file).contains("Arrays.equals(");
                    assertThat(comparesBytes && !NO_SECRET.equals(file.getFileName().toString()))
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }
}
