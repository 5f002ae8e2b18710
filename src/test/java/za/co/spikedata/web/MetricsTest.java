package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class MetricsTest {
    /** A bird of its own: classes are named after the canary. */
    private static final String CANARY = "zeisig6203";

    @LocalServerPort private int port;
    @Autowired private MeterRegistry metrics;

    @Test
    @DisplayName("LOG-08 no label of a metric holds an id, an address or what somebody sent")
    void countsWithoutNames() {
        var person = new Browserless(port, "app.localhost").signIn();
        for (var path :
                List.of(
                        "/statements/" + UUID.randomUUID(),
                        "/statements/" + CANARY,
                        "/" + CANARY,
                        "/statements?q=" + CANARY)) {
            person.get(path);
            person.send(
                    person.request(path)
                            .method("ZEISIG", java.net.http.HttpRequest.BodyPublishers.noBody())
                            .header("User-Agent", CANARY));
        }
        person.post("/sign-in", Map.of("email", CANARY + "@example.com", "password", CANARY));

        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().getName())
                .anyMatch(name -> name.startsWith("http.server.requests"));
        assertThat(metrics.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id ->
                        assertThat(id.getTags())
                                .as(id.getName())
                                .extracting(Tag::getValue)
                                .allSatisfy(value ->
                                        assertThat(value)
                                                .doesNotContainIgnoringCase("zeisig")
                                                .doesNotContain("@")
                                                .doesNotContainPattern(
                                                        "[0-9a-f]{8}-[0-9a-f]{4}-")));
    }
}
