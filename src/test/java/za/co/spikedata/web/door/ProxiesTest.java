package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final Proxies PROXIES =
            new Proxies(
                    List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8")),
                    List.of(AddressRange.parse("173.245.48.0/20")));

    @ParameterizedTest
    @DisplayName("NET-01 NET-02 the right-most address that is no proxy's")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.9   | 203.0.113.1                       | 192.0.2.9",
                "10.0.0.1    | 203.0.113.1                       | 203.0.113.1",
                "10.0.0.1    | 198.51.100.7, 203.0.113.1         | 203.0.113.1",
                "10.0.0.1    | 198.51.100.7, 203.0.113.1, 10.9.9.9 | 203.0.113.1",
                "10.0.0.1    | 10.1.1.1, 10.2.2.2                | 10.1.1.1",
                "10.0.0.1    | ''                                | 10.0.0.1",
                "10.0.0.1    | 203.0.113.1, garbage              | 10.0.0.1",
                "10.0.0.1    | 203.0.113.1, <script>, 10.2.2.2   | 10.2.2.2",
                "10.0.0.1    | 203.0.113.1:4711                  | 203.0.113.1",
                "10.0.0.1    | [2001:db8::1]:4711                | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1    | 2001:db8::1                       | 2001:db8:0:0:0:0:0:1",
                "fd00:0:0:0:0:0:0:1 | 203.0.113.1                | 203.0.113.1",
                "10.0.0.1    | ,,,                               | 10.0.0.1",
                "10.0.0.1    | localhost                         | 10.0.0.1"
            })
    void findsTheClient(String peer, String chain, String client) {
        assertThat(PROXIES.client(InetAddress.ofLiteral(peer), chain, List.of()).getHostAddress())
                .isEqualTo(client);
    }

    @Test
    @DisplayName("NET-02 a chain of a thousand ends where nobody looks any further")
    void bearsLongChains() {
        var entries = new String[1_000];
        Arrays.fill(entries, "10.1.1.1");

        assertThat(
                        PROXIES.client(
                                InetAddress.ofLiteral("10.0.0.1"),
                                String.join(",", entries),
                                List.of()))
                .isEqualTo(InetAddress.ofLiteral("10.1.1.1"));
    }

    @ParameterizedTest
    @DisplayName("NET-03 CF-Connecting-IP counts only from Cloudflare, and wins there")
    @CsvSource({
        "173.245.48.5, 198.51.100.7, 203.0.113.1, 203.0.113.1",
        "10.0.0.1, 173.245.48.5, 203.0.113.1, 203.0.113.1",
        "10.0.0.1, 198.51.100.7, 203.0.113.1, 198.51.100.7",
        "192.0.2.9, 173.245.48.5, 203.0.113.1, 192.0.2.9",
        "173.245.48.5, 198.51.100.7, garbage, 173.245.48.5"
    })
    void believesCloudflareAlone(String peer, String chain, String connecting, String client) {
        assertThat(
                        PROXIES.client(InetAddress.ofLiteral(peer), chain, List.of(connecting))
                                .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false"
    })
    void knowsItsRange(String range, String address, boolean holds) {
        assertThat(AddressRange.parse(range).holds(InetAddress.ofLiteral(address)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "localhost", "10.0.0.0/", "10.0.0/8/8", "-1"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
