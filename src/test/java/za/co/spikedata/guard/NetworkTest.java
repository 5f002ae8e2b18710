package za.co.spikedata.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest(name = "RES-01 knows the client {0} by {1}")
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::9, 2001:db8:1:2::/64",
        "0:0:0:0:0:0:0:1, ::/64",
        "fe80::1%eth0, fe80::/64",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void knowsAClientByItsNetwork(String address, String network) {
        assertThat(Network.ofClient(address)).hasToString(network);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.7, true",
        "203.0.113.99/24, 203.0.113.7, true",
        "203.0.113.0/24, 203.0.114.7, false",
        "2001:db8::/32, 2001:db8:9::1, true",
        "0.0.0.0/0, 2001:db8:9::1, false"
    })
    void contains(String network, String address, boolean expected) {
        assertThat(Network.parse(network).orElseThrow().contains(Network.ofClient(address)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "203.0.113.7/33", "203.0.113.7/-1", "1", "a/b", "::1/129"})
    void isNothingElse(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
