package za.co.spikedata.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static final OutsideSettings USUAL = new OutsideSettings(Set.of());
    private static final OutsideSettings TESTING = new OutsideSettings(Set.of("127.0.0.1"));

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com,hooks.example.com,443,/,hooks.example.com",
        "https://Hooks.Example.com/a%20b?c=d,hooks.example.com,443,/a%20b?c=d,hooks.example.com",
        "https://hooks.example.com:8443/x,hooks.example.com,8443,/x,hooks.example.com:8443"
    })
    void isANameOnTheOpenInternet(
            String text, String host, int port, String path, String authority) {
        assertThat(Destination.parse(text, USUAL))
                .hasValue(new Destination(true, host, port, path));
        assertThat(Destination.parse(text, USUAL).orElseThrow().authority()).isEqualTo(authority);
    }

    @DisplayName("is no address that is written otherwise than a public server's")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com:443/_x",
                "//hooks.example.com/",
                "hooks.example.com",
                "https:hooks.example.com",
                "https:///x",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com@10.0.0.1/",
                "https://hooks.example.com/#fragment",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:9200/",
                "https://hooks.example.com:99999/",
                "https://localhost/",
                "https://localhost./",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25lo]/",
                "https://1.1.1.1/",
                "https://hooks.example.com./",
                "https://-a.example.com/",
                "https://exa_mple.com/",
                "https://ex\u0430mple.com/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/\r\nx: y",
                "https://hooks.example.com/\u0000",
                "https://hooks.example.com\\@10.0.0.1/",
                ""
            })
    void isNoOtherAddress(String text) {
        assertThat(Destination.parse(text, USUAL)).isEmpty();
    }

    @Test
    void isNotTooLong() {
        var longest = "https://hooks.example.com/";
        var filled = longest + "x".repeat(Destination.LONGEST - longest.length());

        assertThat(Destination.parse(filled, USUAL)).isPresent();
        assertThat(Destination.parse(filled + "x", USUAL)).isEmpty();
    }

    @Test
    void isAnyPortOfAHostThatTheInstallationAllows() {
        assertThat(Destination.parse("http://127.0.0.1:1234/x", TESTING))
                .hasValue(new Destination(false, "127.0.0.1", 1234, "/x"));
        assertThat(Destination.parse("http://127.0.0.2:1234/x", TESTING)).isEmpty();
        assertThat(Destination.parse("http://127.0.0.1:1234/x", USUAL)).isEmpty();
    }
}
