package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServersTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53, 53",
        "127.0.0.1:5353, 127.0.0.1, 5353",
        "2001:db8::53, 2001:db8:0:0:0:0:0:53, 53",
        "[2001:db8::53]:5353, 2001:db8:0:0:0:0:0:53, 5353",
        "[::1], 0:0:0:0:0:0:0:1, 53"
    })
    void takesAddresses(String text, String address, int port) {
        assertThat(NameServers.parse(text))
                .hasValueSatisfying(server -> {
                    assertThat(server.getAddress().getHostAddress()).isEqualTo(address);
                    assertThat(server.getPort()).isEqualTo(port);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dns.example", "192.0.2.53:0", "192.0.2.53:65536", "1.2.3", "[::1]:"})
    void takesNothingElse(String text) {
        assertThat(NameServers.parse(text)).isEmpty();
    }
}
