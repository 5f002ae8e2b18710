package za.co.spikedata.domains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "statements.example.com, statements.example.com",
        "'  Statements.Example.COM. ', statements.example.com",
        "https://statements.example.com/sign-in?x=1, statements.example.com",
        "bücher.example, xn--bcher-kva.example",
        "a-1.b2.xn--p1ai, a-1.b2.xn--p1ai"
    })
    void takesWhatPeopleTypeOrPaste(String typed, String host) {
        assertThat(HostName.parse(typed)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "192.0.2.7",
                "[2001:db8::1]",
                "a.example:8443",
                "user@a.example",
                "-a.example",
                "a-.example",
                "a..example",
                "*.example.com",
                "a_b.example",
                "a b.example",
                "a.example\r\nx",
                "a.1"
            })
    void takesNothingElse(String typed) {
        assertThat(HostName.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3})
    void leavesRoomForTheChallenge(int labels) {
        var host = ("a".repeat(63) + ".").repeat(labels) + "example";

        assertThat(HostName.parse(host).isPresent()).isEqualTo(labels == 3);
    }
}
