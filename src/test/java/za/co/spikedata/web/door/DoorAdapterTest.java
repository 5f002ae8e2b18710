package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ERR-01 who asks for a program's host is answered as programs read it")
class DoorAdapterTest {
    private final DoorProtocol protocol = new DoorProtocol(new DoorEndpoint(60, 20));

    @BeforeEach
    void openBeforeAnApplicationThatFails() throws Exception {
        var peer = List.of(AddressRange.parse("127.0.0.1"));
        protocol.setAddress(InetAddress.ofLiteral("127.0.0.1"));
        protocol.setPort(0);
        protocol.open(new Door(_ -> true, "api"::equals, new Proxies(peer, List.of()), () -> 443));
        protocol.setAdapter(
                new CoyoteAdapter(new Connector(protocol)) {
                    @Override
                    public void service(Request request, Response response) {
                        throw new IllegalStateException("Expected by the test");
                    }
                });
        protocol.init();
        protocol.start();
    }

    @AfterEach
    void close() throws Exception {
        protocol.stop();
        protocol.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /, api, 500, application/problem+json, Something went wrong on our side.",
        "GET /, app, 500, text/html;charset=UTF-8, Something went wrong",
        "FOO /, api, 501, application/problem+json, This method is not known here.",
        "FOO /, app, 501, text/html;charset=UTF-8, Request not understood",
        "GET /csv, api, 500, application/json, Something went wrong on our side.",
        "FOO /csv, api, 501, application/json, This method is not known here.",
        "FOO /csv, app, 501, text/html;charset=UTF-8, Request not understood"
    })
    void answersAsItsReaderReads(String asked, String host, int status, String type, String said)
            throws Exception {
        assertThat(answer(asked + " HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: " + type + "\r\n", said);
    }

    @ParameterizedTest
    @DisplayName("NET-11 nobody is let through to another server, however it is named")
    @ValueSource(strings = {"evil.example:443", "evil.example:1", "https://evil.example/", "/"})
    void letsNobodyThrough(String target) throws Exception {
        assertThat(answer("CONNECT " + target + " HTTP/1.1\r\nHost: app\r\n"))
                .startsWith("HTTP/1.1 501")
                .contains("X-Frame-Options: SAMEORIGIN");
    }

    @Test
    void saysWhatIsWrongWithAHead() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\nHost: api\r\nOrigin: a\r\nOrigin: b\r\n"))
                .contains("not well formed: there is more than one origin.");
    }

    private String answer(String head) throws Exception {
        try (var socket = new Socket("127.0.0.1", protocol.getLocalPort())) {
            var request = head + "X-Forwarded-Proto: https\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
