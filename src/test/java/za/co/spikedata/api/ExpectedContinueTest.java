package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

/** Clients that wait to be asked for their body, as curl does with large ones. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectedContinueTest {
    private static final String GO_ON = "HTTP/1.1 100 \r\n\r\n";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Secret secret;

    @BeforeAll
    void keysAreMade() {
        secret = new Holder(portal, "spike").pair().secret();
    }

    @ParameterizedTest
    @CsvSource({
        "/pdf2, application/json, 99999999, 413",
        "/pdf, application/json, 7000000, 413",
        "/csv, text/csv, 10, 415",
        "/v7/documents, application/pdf, 99999999, 413",
        "/v7/documents, application/pdf, 12000000, 413",
        "/v7/documents, text/plain, 10, 415",
        "/nowhere, application/json, 10, 404",
    })
    void areRefusedBeforeTheySendIt(String path, String type, int length, int status) {
        try (var wire = Wire.tls(port, "api.localhost")) {
            wire.say(head(path, type, length, keys()));

            assertThat(wire.answer().status()).isEqualTo(status);
            assertThat(wire.closesWithin(5_000)).isTrue();
        }
    }

    @Test
    void areAskedForWhatIsRead() {
        var body = Program.body(Samples.invoice().pdf());
        try (var wire = Wire.tls(port, "api.localhost")) {
            wire.say(head("/pdf2", "application/json", body.length(), keys()));
            assertThat(new String(wire.bytes(GO_ON.length()))).isEqualTo(GO_ON);

            assertThat(wire.say(body).answer().body()).contains("pdf/fail/unknown-pdf");
        }
    }

    /** Its status is no error, so the client sends the body whatever it says. */
    @Test
    void areAskedForWhatAnEnvelopeRefuses() {
        try (var wire = Wire.tls(port, "api.localhost")) {
            wire.say(head("/pdf2", "application/json", 2, ""));
            assertThat(new String(wire.bytes(GO_ON.length()))).isEqualTo(GO_ON);

            assertThat(wire.say("{}").answer().body()).contains("error/common/dev/authorization");
        }
    }

    private String keys() {
        return "x-api-key: %s\r\nx-user-key: %s\r\n".formatted(secret.apiKey(), secret.userKey());
    }

    private static String head(String path, String type, int length, String keys) {
        return """
        POST %s HTTP/1.1\r
        Host: api.localhost\r
        Content-Type: %s\r
        Content-Length: %d\r
        Expect: 100-continue\r
        %s\r
        """
                .formatted(path, type, length, keys);
    }
}
