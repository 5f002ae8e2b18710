package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Event;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person.Role;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Where the running portal holds a request to have come from: in the trail and in the limits. */
@PortalTest
class ForwardedTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String STRANGER = "127.9.1.1";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private AuditTrail trail;
    @Autowired private JdbcClient jdbc;

    @ParameterizedTest
    @DisplayName("NET-01 what a stranger says of where it is counts neither in trail nor in limits")
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "Forwarded",
                "X-Real-IP",
                "CF-Connecting-IP",
                "True-Client-IP",
                "X-Client-IP",
                "X-Cluster-Client-IP",
                "X-Originating-IP"
            })
    void believesNoStranger(String header) {
        var victim = "203.0.113." + (1 + Math.floorMod(header.hashCode(), 250));
        var value = header.equals("Forwarded") ? "for=" + victim : victim;

        assertThat(addressInTrail(STRANGER, header, value)).isEqualTo(STRANGER);
        assertThat(isCounted(STRANGER)).isTrue();
        assertThat(isCounted(victim)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("NET-02 through the proxy: the right-most address that is no proxy's, never a 500")
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1, 198.51.100.2, 203.0.113.1 | 203.0.113.1 | 203.0.113.1",
                "198.51.100.2,   203.0.113.2  , 127.9.0.1 | 203.0.113.2 | 203.0.113.2",
                "203.0.113.3:4711 | 203.0.113.3 | 203.0.113.3",
                "[2001:db8::3]:4711 | 2001:db8:0:0:0:0:0:3 | 2001:db8::/64",
                "2001:db8::4 | 2001:db8:0:0:0:0:0:4 | 2001:db8::/64",
                "203.0.113.4, garbage | 127.9.0.1 | 127.9.0.1",
                "<script> OR 1=1 -- | 127.9.0.1 | 127.9.0.1",
                "999.1.1.1 | 127.9.0.1 | 127.9.0.1",
                ",,, | 127.9.0.1 | 127.9.0.1"
            })
    void believesTheProxy(String chain, String client, String network) {
        assertThat(addressInTrail(PortalTest.PROXY, "X-Forwarded-For", chain)).isEqualTo(client);
        assertThat(isCounted(network)).isTrue();
    }

    @Test
    @DisplayName("NET-02 a chain of a thousand is answered, and gives no address it does not hold")
    void bearsLongChains() {
        var chain = "203.0.113.5" + ", 127.9.0.1".repeat(999);

        assertThat(addressInTrail(PortalTest.PROXY, "X-Forwarded-For", chain))
                .isEqualTo(PortalTest.PROXY);
    }

    @Test
    @DisplayName("NET-03 CF-Connecting-IP wins from Cloudflare's ranges, and counts from no other")
    void believesCloudflareAlone() {
        var said = "203.0.113.77";

        assertThat(addressInTrail(PortalTest.CLOUDFLARE, "CF-Connecting-IP", said)).isEqualTo(said);
        assertThat(
                        addressInTrail(
                                PortalTest.CLOUDFLARE,
                                "CF-Connecting-IP",
                                said,
                                "X-Forwarded-For",
                                "198.51.100.9"))
                .isEqualTo(said);
        assertThat(
                        addressInTrail(
                                PortalTest.PROXY,
                                "CF-Connecting-IP",
                                said,
                                "X-Forwarded-For",
                                "198.51.100.9"))
                .isEqualTo("198.51.100.9");
        assertThat(addressInTrail(PortalTest.PROXY, "CF-Connecting-IP", said))
                .isEqualTo(PortalTest.PROXY);
        assertThat(addressInTrail(PortalTest.CLOUDFLARE, "CF-Connecting-IP", "1.2.3.4, x"))
                .isEqualTo(PortalTest.CLOUDFLARE);
    }

    @ParameterizedTest
    @DisplayName("HDR-12 through a proxy the same headers come as without one, none twice")
    @ValueSource(strings = {"/sign-in", "/statements", "/portal.css", "/nowhere", "/%2e%2e/etc"})
    void sendsTheSameHeadersThroughAProxy(String path) {
        var direct = headers(new Browserless(port, "app.localhost").get(path));
        var proxied = new Browserless(port, "app.localhost", PortalTest.PROXY);

        var through =
                headers(
                        proxied.send(
                                proxied.request(path)
                                        .header("X-Forwarded-For", "203.0.113.9")
                                        .header("X-Forwarded-Proto", "https")
                                        .header("Via", "1.1 front")
                                        .GET()));

        assertThat(through).isEqualTo(direct);
        through.forEach((name, values) -> assertThat(values).as(name).hasSize(1));
    }

    /** Without what differs between any two answers. */
    private static TreeMap<String, List<String>> headers(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        List.of("date", "x-request-id", "set-cookie").forEach(headers::remove);
        return headers;
    }

    /** The address that the trail keeps of a wrong password sent so. */
    private String addressInTrail(String from, String... headers) {
        var email = "sent-" + UUID.randomUUID() + "@example.com";
        var person = people.add(SPIKE, email, PortalTest.PASSWORD, Role.MEMBER);
        var client = new Browserless(port, "app.localhost", from);
        var form = "email=" + email + "&password=wrong&_csrf=" + client.token();

        var answer =
                client.send(
                        client.request("/sign-in")
                                .headers(headers)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(302);
        return trail.newest(SPIKE, Asked.action("sign-in.failed"), 0, 100).stream()
                .filter(event -> event.subject().equals(person.id().toString()))
                .map(Event::address)
                .findFirst()
                .orElseThrow();
    }

    private boolean isCounted(String address) {
        return jdbc.sql("select count(*) from guard_bucket where key = :key")
                        .param("key", "address:" + address)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
