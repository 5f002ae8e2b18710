package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.support.PortalTest;

/** Asks for every operation that is described, with values that its schema does not describe. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedFuzzTest {
    private static final int TRIES = 12;
    private static final String ENDLESS = "text/event-stream";
    private static final List<String> WORDS =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1e9",
                    "null",
                    "'; drop table api_ledger; --",
                    "../../etc/passwd",
                    "\u0000",
                    "\ufeff\u202e",
                    "x".repeat(2_000),
                    "00000000-0000-0000-0000-000000000000");
    private static final List<String> JSON =
            List.of(
                    "null",
                    "[]",
                    "{}",
                    "7",
                    "\"\\ud800\"",
                    "{\"a\":1,\"a\":2}",
                    "9".repeat(5_000),
                    "{\"url\":[[]],\"password\":{},\"file\":null,\"events\":7}",
                    "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                    "\ufeff{}",
                    "{");
    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json; charset=utf-16",
                    "application/pdf",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "text/plain",
                    "*/*");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;
    private JsonNode description;

    @BeforeAll
    void aProgramReadsTheDescription() {
        program = new Program(port).with(new Holder(portal, "acme").pair().secret());
        description = Documents.json(Documents.of(program).get("/v7/openapi.json"));
    }

    private record Operation(String method, String path, Collection<String> statuses) {}

    @Test
    @DisplayName("API-01 every described operation answers strange values, and only as described")
    void everyOperationAnswersStrangeValues() {
        var chance = new Random(20_261_127);
        for (var operation : operations()) {
            for (int i = 0; i < TRIES; i++) {
                var path =
                        operation.path().replaceAll("\\{\\w+}", id(chance))
                                + "?limit="
                                + word(chance)
                                + "&cursor="
                                + word(chance);
                var type = any(TYPES, chance);
                var body = any(JSON, chance).getBytes(StandardCharsets.UTF_8);
                var answer =
                        program.with("Content-Type", type)
                                .with("Accept", any(List.of("*/*", "text/x", ";;"), chance))
                                .send(
                                        "api.localhost",
                                        operation.method(),
                                        path,
                                        HttpRequest.BodyPublishers.ofByteArray(body));

                assertThat(String.valueOf(answer.statusCode()))
                        .as(operation + " " + type)
                        .isIn(operation.statuses());
            }
        }
    }

    private List<Operation> operations() {
        var found = new ArrayList<Operation>();
        description
                .get("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> {
                            if (operation.isObject() && !operation.toString().contains(ENDLESS)) {
                                found.add(
                                        new Operation(
                                                method.toUpperCase(Locale.ROOT),
                                                path,
                                                operation.get("responses").propertyNames()));
                            }
                        }));
        assertThat(found).hasSizeGreaterThan(6);
        return found;
    }

    private static String id(Random chance) {
        return chance.nextBoolean() ? UUID.randomUUID().toString() : "none";
    }

    private static String word(Random chance) {
        return URLEncoder.encode(any(WORDS, chance), StandardCharsets.UTF_8);
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
