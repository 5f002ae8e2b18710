package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.support.PortalTest;

/** Sends every operation bodies that fit its schema nearly, or not at all. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFuzzTest {
    private static final int BODIES = 60;
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1.5e300",
                    "1e999999999",
                    "9".repeat(2_000),
                    "\"\"",
                    "\"JVBERi0xLjQK\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\u0000\"",
                    "\"'; drop table api_ledger; --\"",
                    "\"${jndi:ldap://127.0.0.1/x}\"",
                    "\"" + "x".repeat(60_000) + "\"",
                    "[]",
                    "{}",
                    "[[[\"JVBERi0=\"]]]",
                    "{\"buffer\":\"JVBERi0=\"}",
                    "[".repeat(10_000) + "]".repeat(10_000),
                    "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                    "NaN",
                    "undefined",
                    "'a'",
                    "\"unended");
    private static final List<String> NAMES =
            List.of(
                    "\"file\"",
                    "\"buffer\"",
                    "\"pass\"",
                    "\"FILE\"",
                    "\"\\u0066ile\"",
                    "\"__proto__\"",
                    "\"\"",
                    "\"\\ud800\"",
                    "file",
                    "7");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;

    @BeforeAll
    void keysAreMade() {
        program =
                new Program(port)
                        .with(new Holder(portal, "acme").pair().secret())
                        .with("Prefer", "status=http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pdf", "/pdf1", "/pdf2", "/pdf2test", "/csv"})
    @DisplayName("API-01 tells whoever sends what does not fit so, and never fails over it")
    void neverFails(String path) {
        var chance = new Random(path.hashCode());
        for (int i = 0; i < BODIES; i++) {
            var body = body(chance);
            var answer = program.post(path, body);

            assertThat(answer.statusCode()).as(() -> path + " " + shown(body)).isBetween(400, 499);
            assertThat(Program.JSON.readTree(answer.body()).get("code").stringValue())
                    .as(() -> path + " " + shown(body))
                    .isIn(
                            "error/common/dev/invalid-inputs",
                            "pdf/fail/invalid-pdf",
                            "pdf/fail/invalid-pdf-exception",
                            "csv/fail/unknown-csv");
        }
    }

    private static byte[] body(Random chance) {
        var fields = new ArrayList<String>();
        if (chance.nextBoolean()) {
            fields.add("\"file\":\"a\"");
        }
        if (chance.nextInt(3) > 0) {
            fields.add("\"buffer\":\"JVBERi0xLjQK\"");
        }
        for (int i = chance.nextInt(3); i >= 0; i--) {
            fields.add(any(NAMES, chance) + ":" + any(VALUES, chance));
        }
        var body =
                switch (chance.nextInt(8)) {
                    case 0 -> any(VALUES, chance);
                    case 1 -> "[{" + String.join(",", fields) + "}]";
                    case 2 -> "{" + String.join(";", fields) + "}";
                    case 3 -> "{" + String.join(",", fields);
                    case 4 -> "\uFEFF{" + String.join(",", fields) + "}";
                    default -> "{" + String.join(",", fields) + "}";
                };
        return body.getBytes(any(charsets(), chance));
    }

    private static List<Charset> charsets() {
        return List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_32);
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(200, text.length()));
    }
}
