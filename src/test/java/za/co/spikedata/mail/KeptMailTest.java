package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** One thing that tells of a real installation is enough to have no mailbox. */
class KeptMailTest {
    @Test
    void isLookedAtOnSomebodysOwnMachine() {
        assertThat(KeptMail.isLooked(own())).isTrue();
        assertThat(KeptMail.isLooked(own().withProperty("portal.domain", "localhost"))).isTrue();
    }

    @Test
    @DisplayName("no mailbox beside a mail server, other addresses, a domain or a database")
    void isNotLookedAtAnywhereElse() {
        for (var real :
                Map.of(
                                "spring.mail.host", "mail.example.com",
                                "spring.mail.jndi-name", "mail/session",
                                "portal.database.url", "jdbc:postgresql://db/portal",
                                "portal.domain", "example.com",
                                "portal.proxies", "127.0.0.1/32",
                                "portal.proxies[0]", "::1/128",
                                "server.address", "0.0.0.0")
                        .entrySet()) {
            var environment = own().withProperty(real.getKey(), real.getValue());
            assertThat(KeptMail.isLooked(environment)).as(real.getKey()).isFalse();
        }
        assertThat(KeptMail.isLooked(new MockEnvironment())).as("every address").isFalse();
    }

    @Test
    @DisplayName("shown to this machine alone, be there a proxy on it that nobody told us of")
    void isShownToThisMachineAlone() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        assertThat(KeptMail.isOfThisMachine(request)).isTrue();

        request.addHeader("X-Forwarded-For", "192.0.2.7");
        assertThat(KeptMail.isOfThisMachine(request)).isFalse();

        var remote = new MockHttpServletRequest();
        remote.setRemoteAddr("192.0.2.7");
        assertThat(KeptMail.isOfThisMachine(remote)).isFalse();
    }

    private static MockEnvironment own() {
        return new MockEnvironment().withProperty("server.address", "127.0.0.1");
    }
}
